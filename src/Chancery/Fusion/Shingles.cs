namespace Chancery.Fusion;

/// <summary>A sketch of a text: hashes of runs of four words, every second one kept. Two texts that share words in order share shingles.</summary>
/// <remarks>Word order within four words must survive a rewrite for it to be seen; case, punctuation and line breaks do not matter.</remarks>
internal static class Shingles
{
    private const int Width = 4;

    /// <summary>Kept are the hashes that this divides: the same ones in every text, so that counts stay comparable.</summary>
    private const uint Keep = 2;

    /// <summary>The sketch, ascending and without repeats.</summary>
    internal static uint[] Of(string text)
    {
        Span<uint> run = stackalloc uint[Width];
        var kept = new List<uint>(text.Length / 12);
        var words = 0;
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }
            var hash = 2166136261u;
            for (; at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '\'' or '’'); at++)
                hash = (hash ^ char.ToLowerInvariant(text[at] == '’' ? '\'' : text[at])) * 16777619u;
            run[words++ % Width] = hash;
            if (words < Width) continue;
            var shingle = 0u;
            for (var i = 0; i < Width; i++) shingle = (shingle ^ run[(words + i) % Width]) * 0x9E3779B1u + 0x85EBCA6Bu;
            shingle ^= shingle >> 15;
            if (shingle % Keep == 0) kept.Add(shingle);
        }
        kept.Sort();
        return [.. kept.Distinct()];
    }

    /// <summary>Share of the smaller sketch that the other one holds, 0–1.</summary>
    internal static double Containment(uint[] left, uint[] right)
    {
        int i = 0, j = 0, shared = 0;
        while (i < left.Length && j < right.Length)
        {
            if (left[i] == right[j]) (i, j, shared) = (i + 1, j + 1, shared + 1);
            else if (left[i] < right[j]) i++;
            else j++;
        }
        var smaller = Math.Min(left.Length, right.Length);
        return smaller == 0 ? 0 : (double)shared / smaller;
    }
}
