using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Chancery.Intake.Conllu;
using Chancery.Intake.Csv;
using Chancery.Intake.Html;
using Chancery.Intake.JsonLines;
using Chancery.Intake.Pdf;
using Chancery.Intake.Plain;
using Chancery.Intake.Warc;

namespace Chancery.Intake;

/// <summary>Takes reports in from files and streams, one after the other; what cannot be taken in is named, and the rest goes on.</summary>
/// <remarks>For one use at a time. Holds at most one report beside those it has handed on.</remarks>
public sealed class ReportIntake
{
    private const string StandardInput = "stdin";

    private readonly IntakeOptions _options;
    private readonly Action<IntakeFault> _onFault;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>Prepares an intake.</summary>
    /// <param name="options">Form and limits.</param>
    /// <param name="onFault">Told of every input, or line of one, that could not be taken in.</param>
    public ReportIntake(IntakeOptions options, Action<IntakeFault> onFault)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(onFault);
        (_options, _onFault) = (options, onFault);
    }

    /// <summary>The reports of files in order; <c>-</c> is standard input.</summary>
    public async IAsyncEnumerable<Report> ReadAsync(IEnumerable<string> files, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        foreach (var file in files)
        {
            var stream = Open(file);
            if (stream is null) continue;
            await using (stream)
                await foreach (var report in ReadAsync(file == "-" ? StandardInput : file, stream, cancel)) yield return report;
        }
    }

    /// <summary>The reports of one stream.</summary>
    public async IAsyncEnumerable<Report> ReadAsync(string name, Stream stream, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var head = await ReadHeadAsync(stream, cancel);
        var format = _options.Format == InputFormat.Auto ? FormatSniffer.Sniff(name, head) : _options.Format;
        var reports = format switch
        {
            InputFormat.JsonLines => Lines(name, stream, head, cancel),
            InputFormat.Csv => Rows(name, stream, head),
            InputFormat.Warc => WarcReports.ReadAsync(name, new HeadedStream(head, stream), _options.MaxReportBytes, _onFault, cancel),
            _ => Whole(name, format, stream, head, cancel),
        };
        await foreach (var report in reports)
            yield return _ids.Add(report.Id) ? report : report with { Notices = report.Notices.Add(IntakeNotices.SameId(report.Id)) };
    }

    /// <summary>Enough to tell the form by; of JSON Lines the first byte is enough, so that a line need not wait for the next.</summary>
    private async Task<byte[]> ReadHeadAsync(Stream stream, CancellationToken cancel)
    {
        var head = new byte[FormatSniffer.HeadBytes];
        var length = 0;
        while (length < head.Length)
        {
            var read = await stream.ReadAsync(head.AsMemory(length), cancel);
            length += read;
            if (read == 0 || _options.Format != InputFormat.Auto || head.AsSpan(0, length).TrimStart(" \t\r\n"u8) is [(byte)'{', _, ..]) break;
        }
        return head[..length];
    }

    private async IAsyncEnumerable<Report> Lines(string name, Stream stream, byte[] head, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var line in LineReader.ReadAsync(stream, head, _options.MaxReportBytes, cancel))
        {
            if (line.TooLong)
            {
                _onFault(new(name, line.Number, TooLarge));
                continue;
            }
            if (IsBlank(line.Bytes.Span)) continue;
            var report = JsonReport.Parse(WithoutMark(line.Bytes.Span), _options.Columns, out var fault);
            if (report is null) _onFault(new(name, line.Number, fault));
            else yield return report;
        }
    }

    private async IAsyncEnumerable<Report> Rows(string name, Stream stream, byte[] head)
    {
        using var text = TextDecoder.Reader(new HeadedStream(head, stream), head);
        foreach (var report in CsvReports.Read(name, text, _options.Columns, _options.MaxReportBytes, _onFault)) yield return report;
        await Task.CompletedTask;
    }

    private async IAsyncEnumerable<Report> Whole(string name, InputFormat format, Stream stream, byte[] head, [EnumeratorCancellation] CancellationToken cancel)
    {
        var bytes = await ReadAllAsync(stream, head, cancel);
        if (bytes.Length > _options.MaxReportBytes) _onFault(new(name, 0, TooLarge));
        else if (format == InputFormat.Pdf)
            foreach (var report in Parse(name, id => [PdfReport.Parse(id(""), bytes)])) yield return report;
        else if (TextDecoder.Decode(bytes, format == InputFormat.Html ? HtmlPage.DeclaredCharset(bytes) : null, out var notices) is not { } text) _onFault(new(name, 0, "not text: its bytes are those of a binary file"));
        else if (string.IsNullOrWhiteSpace(text)) _onFault(new(name, 0, "empty: there is nothing to read"));
        else
            foreach (var report in Parse(name, id => Reports(format, id(text), text, notices))) yield return report;
    }

    private static Report[] Reports(InputFormat format, string id, string text, ImmutableArray<Notice> notices) => format switch
    {
        InputFormat.Conllu => [.. ConlluReports.Parse(id, text)],
        InputFormat.Html => HtmlPage.Parse(id, text, notices) is { } page ? [page] : throw new FormatException("the page has no text"),
        _ => [PlainText.Parse(id, text, notices)],
    };

    /// <summary>What is made of a file, which is named after the file, or after its content where it comes from standard input.</summary>
    private Report[] Parse(string name, Func<Func<string, string>, Report[]> parse)
    {
        try
        {
            return parse(content => name == StandardInput ? ContentId.Of(content) : Path.GetFileNameWithoutExtension(name));
        }
        catch (FormatException problem)
        {
            _onFault(new(name, 0, problem.Message));
            return [];
        }
    }

    private async Task<byte[]> ReadAllAsync(Stream stream, byte[] head, CancellationToken cancel)
    {
        using var all = new MemoryStream();
        all.Write(head);
        var buffer = new byte[64 * 1024];
        while (all.Length <= _options.MaxReportBytes)
        {
            var read = await stream.ReadAsync(buffer, cancel);
            if (read == 0) break;
            all.Write(buffer, 0, read);
        }
        return all.ToArray();
    }

    private Stream? Open(string file)
    {
        if (file == "-") return Console.OpenStandardInput();
        try
        {
            if (!Directory.Exists(file)) return File.OpenRead(file);
            _onFault(new(file, 0, "is a folder"));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            _onFault(new(file, 0, problem is FileNotFoundException or DirectoryNotFoundException ? "no such file" : problem is UnauthorizedAccessException ? "no permission to read it" : problem.Message));
        }
        return null;
    }

    private string TooLarge => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"larger than --max-report ({_options.MaxReportBytes:#,0} bytes): not read");

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> line) => line.StartsWith("\uFEFF"u8) ? line[3..] : line;

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept(" \t\r"u8) < 0;
}
