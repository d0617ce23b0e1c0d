namespace Chancery.Workshop.Parsing;

/// <summary>Widths of the net.</summary>
internal sealed record NetShape(int Words, int SubwordRows, int Xpos, int Labels, int Word = 96, int Subword = 64, int Tag = 32, int Hidden = 160, int Layers = 2, int Arc = 128, int Label = 128)
{
    internal int Input => Word + Subword + Tag;
}

/// <summary>What is switched off at random while learning.</summary>
internal sealed record Dropout(float Word = 0.25f, float Tag = 0.05f, float Input = 0.15f, float Hidden = 0.25f);

/// <summary>
/// The net that is learnt: forms, letters and tags → two bidirectional gated layers → for every word a bilinear score of every possible head
/// (Dozat and Manning 2017) and, for the pair, a score of every relation.
/// </summary>
internal sealed class ParserNet
{
    internal const int LabelColumns = 64;
    private const int UposRows = 18;

    internal ParserNet(NetShape shape, int seed)
    {
        Shape = shape;
        var random = new Random(seed);
        Word = Table(shape.Words, shape.Word, random);
        Subword = Table(shape.SubwordRows, shape.Subword, random);
        Upos = Table(UposRows, shape.Tag, random);
        Xpos = Table(shape.Xpos + 1, shape.Tag, random);
        for (var l = 0; l < shape.Layers; l++) Layers.Add(new GatedLayer(Parameters, l == 0 ? shape.Input : 2 * shape.Hidden, shape.Hidden, random));
        Dependent = Projection(shape.Arc, random);
        Head = Projection(shape.Arc, random);
        Bilinear = GatedLayer.Add(Parameters, shape.Arc, shape.Arc, random, MathF.Sqrt(3f / shape.Arc) * 0.5f);
        LabelDependent = Projection(shape.Label, random);
        LabelHead = Projection(shape.Label, random);
        LabelOut = GatedLayer.Add(Parameters, shape.Label, LabelColumns, random, MathF.Sqrt(3f / shape.Label));
        DependentBias = Vector(shape.Arc);
        HeadBias = Vector(shape.Arc);
        BilinearBias = Vector(shape.Arc);
        Root = Vector(shape.Arc);
        LabelBias = Vector(shape.Label);
        LabelRoot = Vector(shape.Label);
        LabelOutBias = Vector(LabelColumns);
    }

    internal NetShape Shape { get; }
    internal List<Parameter> Parameters { get; } = [];
    internal List<GatedLayer> Layers { get; } = [];
    internal Parameter Word { get; }
    internal Parameter Subword { get; }
    internal Parameter Upos { get; }
    internal Parameter Xpos { get; }
    internal Weights Dependent { get; }
    internal Weights Head { get; }
    internal Weights Bilinear { get; }
    internal Weights LabelDependent { get; }
    internal Weights LabelHead { get; }
    internal Weights LabelOut { get; }
    internal Parameter DependentBias { get; }
    internal Parameter HeadBias { get; }
    internal Parameter BilinearBias { get; }
    internal Parameter Root { get; }
    internal Parameter LabelBias { get; }
    internal Parameter LabelRoot { get; }
    internal Parameter LabelOutBias { get; }

    internal IEnumerable<Weights> AllWeights => [.. Layers.SelectMany(l => l.AllWeights), Dependent, Head, Bilinear, LabelDependent, LabelHead, LabelOut];

    private Parameter Table(int rows, int columns, Random random)
    {
        var table = new Parameter(Parameters.Count, rows, columns, sparse: true);
        table.Uniform(random, 0.25f);
        Parameters.Add(table);
        return table;
    }

    private Parameter Vector(int columns)
    {
        var vector = new Parameter(Parameters.Count, 1, columns, sparse: false);
        Parameters.Add(vector);
        return vector;
    }

    private Weights Projection(int columns, Random random) =>
        GatedLayer.Add(Parameters, 2 * Shape.Hidden, columns, random, MathF.Sqrt(6f / (2 * Shape.Hidden + columns)));
}
