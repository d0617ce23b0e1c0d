namespace Chancery.Linguistics.Parsing;

/// <summary>The state of an arc-hybrid parse (Kuhlmann et al. 2011) of one sentence; the artificial root stands behind the last word.</summary>
internal sealed class ArcHybrid
{
    internal const int Shift = 0;
    internal static readonly int LabelCount = Enum.GetValues<Deprel>().Length;
    internal static readonly int ActionCount = 1 + (2 * LabelCount);

    private int[] _stack = new int[64];
    private int _depth;

    internal int Count { get; private set; }
    internal int Next { get; private set; }
    internal int[] Heads { get; private set; } = new int[64];
    internal Deprel[] Labels { get; private set; } = new Deprel[64];

    // Outermost dependents on either side, and the ones before them; -1 where there is none.
    internal int[] Left1 = new int[64], Left2 = new int[64], Right1 = new int[64], Right2 = new int[64];
    internal int[] LeftCount = new int[64], RightCount = new int[64];

    internal static int LeftArc(Deprel label) => 1 + (2 * (int)label);

    internal static int RightArc(Deprel label) => 2 + (2 * (int)label);

    internal void Start(int count)
    {
        (Count, Next, _depth) = (count, 0, 0);
        if (Heads.Length <= count)
        {
            var size = count * 2;
            (_stack, Heads, Labels) = (new int[size], new int[size], new Deprel[size]);
            (Left1, Left2, Right1, Right2, LeftCount, RightCount) = (new int[size], new int[size], new int[size], new int[size], new int[size], new int[size]);
        }
        foreach (var side in (ReadOnlySpan<int[]>)[Left1, Left2, Right1, Right2, Heads]) side.AsSpan(0, count + 1).Fill(-1);
        LeftCount.AsSpan(0, count + 1).Clear();
        RightCount.AsSpan(0, count + 1).Clear();
    }

    internal int Depth => _depth;

    internal int Stack(int fromTop) => fromTop < _depth ? _stack[_depth - 1 - fromTop] : -1;

    internal bool IsDone => Next == Count && _depth == 0;

    internal bool CanShift => Next < Count;

    internal bool CanLeft => _depth > 0 && (Next < Count || _depth == 1);

    internal bool CanRight => _depth > 1;

    internal bool Allows(int action) => action == Shift ? CanShift : (action & 1) == 1 ? CanLeft && (Next == Count) == (action == LeftArc(Deprel.Root)) : CanRight && action != RightArc(Deprel.Root);

    internal void Apply(int action)
    {
        if (action == Shift)
        {
            _stack[_depth++] = Next++;
            return;
        }
        var isLeft = (action & 1) == 1;
        var child = _stack[--_depth];
        var head = isLeft ? Next : _stack[_depth - 1];
        Heads[child] = head;
        Labels[child] = (Deprel)((action - 1) / 2);
        if (isLeft)
        {
            (Left2[head], Left1[head]) = (Left1[head], child);
            LeftCount[head]++;
        }
        else
        {
            (Right2[head], Right1[head]) = (Right1[head], child);
            RightCount[head]++;
        }
    }
}
