using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Chancery.Linguistics;

namespace Chancery.Records;

/// <summary>Walks compact JSON whose fields are known and come in a known order; nulls are left out.</summary>
/// <remarks>Once something stands otherwise every value is a default one, and <see cref="IsDone"/> stays false.</remarks>
internal ref struct StoredJson(ReadOnlySpan<byte> json, KnownTexts texts)
{
    private ReadOnlySpan<byte> _rest = json;
    private bool _isOther;

    /// <summary>Length of a day between its quotation marks.</summary>
    private const int WrittenDay = 12;

    internal delegate T Reader<out T>(ref StoredJson json);

    /// <summary>True where all of it was as expected and none is left.</summary>
    internal readonly bool IsDone => !_isOther && _rest.IsEmpty;

    internal T Object<T>(Reader<T> read)
    {
        Expect((byte)'{');
        var value = read(ref this);
        Expect((byte)'}');
        return value;
    }

    internal string Text(ReadOnlySpan<byte> name) => Expect(Has(name)) ? Text() : "";

    internal string? TextIfAny(ReadOnlySpan<byte> name) => Has(name) ? Text() : null;

    internal int Count(ReadOnlySpan<byte> name) => Expect(Has(name)) ? Count() : 0;

    internal double Number(ReadOnlySpan<byte> name)
    {
        if (!Expect(Has(name)) || !Expect(Utf8Parser.TryParse(_rest, out double number, out var length))) return 0;
        _rest = _rest[length..];
        return number;
    }

    internal decimal? DecimalIfAny(ReadOnlySpan<byte> name)
    {
        if (!Has(name) || !Expect(Utf8Parser.TryParse(_rest, out decimal number, out var length))) return null;
        _rest = _rest[length..];
        return number;
    }

    internal bool Flag(ReadOnlySpan<byte> name) => Expect(Has(name)) && (Takes("true"u8) || !Expect(Takes("false"u8)));

    /// <summary>False where it is not there, as in what versions before 13 wrote: most of a record is theirs for long, and it is read as fast.</summary>
    internal bool FlagIfAny(ReadOnlySpan<byte> name) => Has(name) && (Takes("true"u8) || !Expect(Takes("false"u8)));

    internal DateOnly? DayIfAny(ReadOnlySpan<byte> name)
    {
        if (!Has(name)) return null;
        var day = default(DateOnly);
        if (!Expect(_rest.Length >= WrittenDay && _rest[0] == '"' && _rest[WrittenDay - 1] == '"' && IsDay(_rest[1..(WrittenDay - 1)], out day))) return null;
        _rest = _rest[WrittenDay..];
        return day;
    }

    internal T Enum<T>(ReadOnlySpan<byte> name) where T : struct, Enum
    {
        var value = EnumIfAny<T>(name);
        Expect(value is not null);
        return value.GetValueOrDefault();
    }

    internal T? EnumIfAny<T>(ReadOnlySpan<byte> name) where T : struct, Enum => Has(name) && Expect(System.Enum.TryParse<T>(Text(), out var value)) ? value : null;

    internal TextSpan Span(ReadOnlySpan<byte> name)
    {
        Expect(Has(name));
        return Span();
    }

    internal ImmutableArray<TextSpan> Spans(ReadOnlySpan<byte> name) => Expect(Has(name)) ? Array(static (ref json) => json.Span(), areObjects: false) : [];

    internal T Value<T>(ReadOnlySpan<byte> name, Reader<T> read)
    {
        Expect(Has(name));
        return Object(read);
    }

    internal T? ValueIfAny<T>(ReadOnlySpan<byte> name, Reader<T> read) where T : class => Has(name) ? Object(read) : null;

    internal ImmutableArray<int> Counts(ReadOnlySpan<byte> name) => Expect(Has(name)) ? Array(static (ref json) => json.Count(), areObjects: false) : [];

    internal ImmutableArray<string> Texts(ReadOnlySpan<byte> name) => Expect(Has(name)) ? Texts() : [];

    internal ImmutableArray<ImmutableArray<string>> ListsOfTexts(ReadOnlySpan<byte> name) => Expect(Has(name)) ? Array(static (ref json) => json.Texts(), areObjects: false) : [];

    internal ImmutableArray<T> List<T>(ReadOnlySpan<byte> name, Reader<T> read) => Expect(Has(name)) ? Array(read, areObjects: true) : [];

    private ImmutableArray<T> Array<T>(Reader<T> read, bool areObjects)
    {
        Expect((byte)'[');
        if (Takes("]"u8)) return [];
        var first = areObjects ? Object(read) : read(ref this);
        if (Takes("]"u8)) return [first];
        var all = ImmutableArray.CreateBuilder<T>();
        all.Add(first);
        while (Takes(","u8)) all.Add(areObjects ? Object(read) : read(ref this));
        Expect((byte)']');
        return all.DrainToImmutable();
    }

    private ImmutableArray<string> Texts()
    {
        if (Takes("[]"u8)) return [];
        var all = _rest;
        var written = all[..(all.IndexOf((byte)']') + 1)];
        if (texts.ListOf(written) is { IsDefault: false } known)
        {
            _rest = _rest[written.Length..];
            return known;
        }
        var list = Array(static (ref json) => json.Text(), areObjects: false);
        if (!_isOther) texts.Keep(all[..^_rest.Length], list);
        return list;
    }

    private string Text()
    {
        if (!Expect(Takes("\""u8))) return "";
        var length = _rest.IndexOfAny((byte)'"', (byte)'\\');
        if (!Expect(length >= 0)) return "";
        if (_rest[length] == '\\') return Escaped();
        var text = texts.Of(_rest[..length]);
        if (text is null && Expect(Utf8.IsValid(_rest[..length]))) text = Encoding.UTF8.GetString(_rest[..length]);
        if (text is null) return "";
        _rest = _rest[(length + 1)..];
        return text;
    }

    private string Escaped()
    {
        var length = 0;
        while (length < _rest.Length && _rest[length] != '"') length += _rest[length] == '\\' ? 2 : 1;
        if (!Expect(length < _rest.Length)) return "";
        try
        {
            var reader = new Utf8JsonReader([(byte)'"', .. _rest[..length], (byte)'"']);
            reader.Read();
            var text = reader.GetString()!;
            _rest = _rest[(length + 1)..];
            return text;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            Expect(false);
            return "";
        }
    }

    /// <summary>Ten times as fast as by a format and a culture, and every claim has two days or three.</summary>
    private static bool IsDay(ReadOnlySpan<byte> written, out DateOnly day)
    {
        day = default;
        if (written[4] != '-' || written[7] != '-') return false;
        int year = Digits(written[..4]), month = Digits(written[5..7]), number = Digits(written[8..]);
        if (year < 1 || month is < 1 or > 12 || number < 1 || number > DateTime.DaysInMonth(year, month)) return false;
        day = new(year, month, number);
        return true;
    }

    /// <summary>The number; -1 where there is anything but digits.</summary>
    private static int Digits(ReadOnlySpan<byte> written)
    {
        var number = 0;
        foreach (var digit in written)
        {
            if (!char.IsAsciiDigit((char)digit)) return -1;
            number = number * 10 + digit - '0';
        }
        return number;
    }

    private TextSpan Span()
    {
        Expect((byte)'[');
        var start = Count();
        Expect((byte)',');
        var end = Count();
        Expect((byte)']');
        return new(start, end);
    }

    private int Count()
    {
        if (!Expect(Utf8Parser.TryParse(_rest, out int number, out var length))) return 0;
        _rest = _rest[length..];
        return number;
    }

    /// <summary>Steps behind the name of a field, if that is the one that comes next.</summary>
    private bool Has(ReadOnlySpan<byte> name)
    {
        var rest = _rest is [(byte)',', ..] ? _rest[1..] : _rest;
        if (rest.Length < name.Length + 3 || rest[0] != '"' || !rest[1..].StartsWith(name) || rest[name.Length + 1] != '"' || rest[name.Length + 2] != ':') return false;
        _rest = rest[(name.Length + 3)..];
        return true;
    }

    private bool Takes(ReadOnlySpan<byte> expected)
    {
        if (!_rest.StartsWith(expected)) return false;
        _rest = _rest[expected.Length..];
        return true;
    }

    private void Expect(byte expected)
    {
        if (Expect(_rest.Length > 0 && _rest[0] == expected)) _rest = _rest[1..];
    }

    private bool Expect(bool asExpected)
    {
        if (asExpected) return true;
        _isOther = true;
        _rest = [];
        return false;
    }
}
