using Chancery.Linguistics;

namespace Chancery.Workshop.Naming;

/// <summary>One sentence to learn from: its words, and for every word the labels that would be right, as bits.</summary>
/// <remarks>Sets disagree on what they mark; where one is silent on a kind of name, more than one label is right.</remarks>
internal sealed record NameSentence(TokenizedText Words, uint[] Allowed)
{
    internal static NameSentence Of(IReadOnlyList<string> forms, uint[] allowed)
    {
        var (starts, ends) = (new int[forms.Count], new int[forms.Count]);
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < forms.Count; i++)
        {
            starts[i] = text.Length;
            text.Append(forms[i]);
            ends[i] = text.Length;
            text.Append(' ');
        }
        return new(new TokenizedText(text.ToString(), starts, ends, [forms.Count]), allowed);
    }
}
