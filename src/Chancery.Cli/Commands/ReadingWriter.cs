using System.Buffers;
using System.Text;
using System.Text.Json;
using Chancery.Cli.Terminal;
using Chancery.Exports;
using Chancery.Exports.Json;
using Chancery.Linguistics.Conllu;
using Chancery.Ontologies;

namespace Chancery.Cli.Commands;

/// <summary>Prints readings one after the other in one of the formats of <c>annotate</c>.</summary>
internal abstract class ReadingWriter(Output output) : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new(64 * 1024);

    internal static ReadingWriter Create(Output output, string format, Layers layers, Codebook codes) => format switch
    {
        "json" => new JsonArray(output, layers, codes),
        "conllu" => new Conllu(output),
        _ => new JsonLines(output, layers, codes),
    };

    /// <summary>Prints one reading at once, so that whoever listens need not wait for the next.</summary>
    internal void Write(Reading reading)
    {
        Write(reading, _buffer);
        output.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }

    /// <summary>Ends the output.</summary>
    internal virtual void Finish()
    {
    }

    public abstract void Dispose();

    protected abstract void Write(Reading reading, ArrayBufferWriter<byte> buffer);

    private sealed class JsonLines(Output output, Layers layers, Codebook codes) : ReadingWriter(output)
    {
        private readonly Utf8JsonWriter _json = new(Stream.Null, ReadingJson.Compact);

        public override void Dispose() => _json.Dispose();

        protected override void Write(Reading reading, ArrayBufferWriter<byte> buffer)
        {
            _json.Reset(buffer);
            ReadingJson.Write(_json, reading, layers, codes);
            _json.Flush();
            buffer.Write("\n"u8);
        }
    }

    private sealed class JsonArray(Output output, Layers layers, Codebook codes) : ReadingWriter(output)
    {
        private readonly Output _output = output;
        private readonly Utf8JsonWriter _json = new(Stream.Null, ReadingJson.Indented);
        private bool _begun;

        public override void Dispose() => _json.Dispose();

        internal override void Finish() => _output.Write(_begun ? "\n]\n"u8 : "[]\n"u8);

        protected override void Write(Reading reading, ArrayBufferWriter<byte> buffer)
        {
            buffer.Write(_begun ? ",\n"u8 : "[\n"u8);
            _begun = true;
            _json.Reset(buffer);
            ReadingJson.Write(_json, reading, layers, codes);
            _json.Flush();
        }
    }

    private sealed class Conllu(Output output) : ReadingWriter(output)
    {
        public override void Dispose()
        {
        }

        protected override void Write(Reading reading, ArrayBufferWriter<byte> buffer)
        {
            var text = new StringWriter();
            text.Write($"# newdoc id = {reading.Report.Id.ReplaceLineEndings(" ")}\n");
            ConlluWriter.Write(reading.Document, text, reading.Report.Id.ReplaceLineEndings(" "));
            Encoding.UTF8.GetBytes(text.GetStringBuilder().ToString(), buffer);
        }
    }
}
