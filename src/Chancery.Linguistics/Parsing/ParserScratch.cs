namespace Chancery.Linguistics.Parsing;

/// <summary>Memory for one batch, kept from one to the next; serves one thread at a time.</summary>
internal sealed unsafe class ParserScratch(ParserNet net)
{
    private byte[] _state = [], _lower = [], _upper = [], _dependent = [], _pair = [];
    private short[] _key = [], _query = [];
    private float[] _memory = [];
    private int[] _labelDependent = [], _labelHead = [], _scores = [];

    internal WordProducts Products { get; } = new(net);

    /// <summary>For every row of the batch the number of its word among the products.</summary>
    internal int[] Words { get; private set; } = [];
    internal TreeBuilder Trees { get; } = new();
    internal List<Stretch> Stretches { get; } = [];
    internal int[] Offsets { get; } = new int[Parser.Longest + 1];
    internal int[] RowOf { get; private set; } = [];
    internal int[] Heads { get; } = new int[Parser.Longest];

    internal byte* State => IntegerMatrix.Align(_state);
    internal float* Memory => IntegerMatrix.Align(_memory);
    internal byte* Lower => IntegerMatrix.Align(_lower);
    internal byte* Upper => IntegerMatrix.Align(_upper);
    internal byte* Dependent => IntegerMatrix.Align(_dependent);
    internal short* Key => IntegerMatrix.Align(_key);
    internal short* Query => IntegerMatrix.Align(_query);
    internal byte* Pair => IntegerMatrix.Align(_pair);
    internal int* LabelDependent => IntegerMatrix.Align(_labelDependent);
    internal int* LabelHead => IntegerMatrix.Align(_labelHead);

    /// <summary>Room for a batch, and where each of its rows goes once they lie sentence after sentence.</summary>
    internal void Reserve(in BatchPlan batch)
    {
        var rows = batch.Rows;
        Grow(ref _state, 2 * BatchPlan.Widest * net.Hidden);
        Grow(ref _memory, BatchPlan.Widest * net.Hidden);
        Grow(ref _lower, rows * 2 * net.Hidden);
        Grow(ref _upper, rows * 2 * net.Hidden);
        Grow(ref _dependent, rows * net.Arc);
        Grow(ref _key, rows * net.Arc);
        Grow(ref _query, rows * net.Arc);
        Grow(ref _labelDependent, rows * net.Label);
        Grow(ref _labelHead, rows * net.Label);
        Grow(ref _pair, Parser.Longest * net.Label);
        if (RowOf.Length < rows) (RowOf, Words) = (new int[rows * 2], new int[rows * 2]);
        Products.Reserve(batch.Rows);
        for (int s = 0, row = 0; s < batch.Stretches.Length; s++)
            for (var w = 0; w < batch.Stretches[s].Length; w++) RowOf[batch.Offsets[w] + s] = row++;
    }

    internal int* Scores(int length)
    {
        Grow(ref _scores, length);
        return IntegerMatrix.Align(_scores);
    }

    internal void ClearState(int size)
    {
        new Span<byte>(State, 2 * BatchPlan.Widest * size).Fill(IntegerMatrix.Zero);
        new Span<float>(Memory, BatchPlan.Widest * size).Clear();
    }

    private static void Grow<T>(ref T[] array, int length) where T : unmanaged
    {
        if (array.Length < length + 64 / sizeof(T)) array = IntegerMatrix.Aligned<T>(length + length / 4);
    }
}
