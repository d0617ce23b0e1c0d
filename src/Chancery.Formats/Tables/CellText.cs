using System.Buffers;
using System.Globalization;
using System.Text;

namespace Chancery.Formats.Tables;

/// <summary>Writes values as UTF-8.</summary>
internal static class CellText
{
    /// <summary>Room for any number, count, day or flag.</summary>
    private const int Longest = 32;

    /// <summary>The value as <see cref="Cell.ToString"/> has it.</summary>
    internal static void Write(this IBufferWriter<byte> output, in Cell cell)
    {
        if (cell.IsEmpty) return;
        if (cell.Type == ColumnType.Text)
        {
            output.Write(cell.Text);
            return;
        }
        var room = output.GetSpan(Longest);
        output.Advance(cell.Type switch
        {
            ColumnType.Number => cell.Number!.Value.TryFormat(room, out var length, default, CultureInfo.InvariantCulture) ? length : 0,
            ColumnType.Count => cell.Count!.Value.TryFormat(room, out var length, default, CultureInfo.InvariantCulture) ? length : 0,
            ColumnType.Day => cell.Day!.Value.TryFormat(room, out var length, "O", CultureInfo.InvariantCulture) ? length : 0,
            _ => Encoding.UTF8.GetBytes(cell.ToString(), room),
        });
    }

    internal static void Write(this IBufferWriter<byte> output, ReadOnlySpan<char> text) => Encoding.UTF8.GetBytes(text, output);
}
