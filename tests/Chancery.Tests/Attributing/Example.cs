using System.Text;
using Chancery.English;
using Chancery.Linguistics;

namespace Chancery.Tests.Attributing;

/// <summary>An example sentence of a table, its marked parts taken out: <c>[source]</c> and <c>{content}</c>.</summary>
internal sealed class Example
{
    private static readonly Lazy<ReportReader> Reader = new(() => new ReportReader(EnglishPack.Instance));

    private Example(string text, TextSpan? source, TextSpan? content) => (Text, Source, Content) = (text, source, content);

    internal string Text { get; }

    internal TextSpan? Source { get; }

    internal TextSpan? Content { get; }

    internal static Reading Read(string text) => Reader.Value.Read(new Report { Id = "example", Text = text });

    internal static Example Parse(string marked)
    {
        var (text, starts) = (new StringBuilder(), new Dictionary<char, int>());
        TextSpan? source = null, content = null;
        foreach (var c in marked)
        {
            switch (c)
            {
                case '[' or '{': starts[c] = text.Length; break;
                case ']': source = new(starts['['], text.Length); break;
                case '}': content = new(starts['{'], text.Length); break;
                default: text.Append(c); break;
            }
        }
        return new(text.ToString(), source, content);
    }
}
