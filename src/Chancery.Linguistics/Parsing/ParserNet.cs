using System.Runtime.InteropServices;
using Chancery.Linguistics.Packs;

namespace Chancery.Linguistics.Parsing;

/// <summary>The net of the parser, opened from its model.</summary>
/// <remarks>
/// Immutable and thread-safe. Sections: sizes; hashes of forms; Penn tags; four tables of inputs; then three (weights, scales, bias) for every
/// matrix: both directions of each layer, the four projections in one, the bilinear form, the relations; at last the root's key.
/// </remarks>
internal sealed class ParserNet
{
    internal const string Kind = "parser";

    /// <summary>What 1 is in the integers of queries and keys, whose products are the scores of arcs.</summary>
    internal const float QueryUnit = 512, KeyUnit = 1024;

    internal ParserNet(ModelFile model, Lanes lanes)
    {
        Lanes = lanes;
        var sizes = MemoryMarshal.Cast<byte, int>(model.Section(0));
        (Hidden, Arc, Label, Labels) = (sizes[3], sizes[5], sizes[6], sizes[7]);
        Tables = new InputTables(model, sizes[0], sizes[1], sizes[2]);
        Layers = new RecurrentLayer[sizes[4]];
        var section = 7;
        for (var l = 0; l < Layers.Length; l++)
        {
            var inputs = (l == 0 ? Inputs : 2 * Hidden) + Hidden;
            Layers[l] = new RecurrentLayer(Matrix(model, ref section, inputs, 3 * Hidden), Matrix(model, ref section, inputs, 3 * Hidden), Hidden);
        }
        Projections = Matrix(model, ref section, 2 * Hidden, 2 * Arc + 2 * Label);
        Bilinear = Matrix(model, ref section, Arc, Arc);
        LabelOut = Matrix(model, ref section, Label, Labels);
        RootKey = MemoryMarshal.Cast<byte, short>(model.Section(section)).ToArray();
    }

    internal InputTables Tables { get; }
    internal RecurrentLayer[] Layers { get; }

    /// <summary>From the top of the layers to: the word as dependent, as head, as dependent of a relation, as head of one.</summary>
    internal IntegerMatrix Projections { get; }

    internal IntegerMatrix Bilinear { get; }
    internal IntegerMatrix LabelOut { get; }
    internal short[] RootKey { get; }
    internal Lanes Lanes { get; }
    internal int Inputs => Tables.Width;
    internal int Hidden { get; }
    internal int Arc { get; }
    internal int Label { get; }
    internal int Labels { get; }

    private IntegerMatrix Matrix(ModelFile model, ref int section, int inputs, int columns)
    {
        var matrix = new IntegerMatrix(inputs, columns, MemoryMarshal.Cast<byte, sbyte>(model.Section(section)),
            MemoryMarshal.Cast<byte, float>(model.Section(section + 1)), MemoryMarshal.Cast<byte, int>(model.Section(section + 2)), Lanes);
        section += 3;
        return matrix;
    }
}
