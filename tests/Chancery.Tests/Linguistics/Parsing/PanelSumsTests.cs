using System.Runtime.Intrinsics.X86;
using Chancery.Linguistics.Parsing;

namespace Chancery.Tests.Linguistics.Parsing;

public sealed unsafe class PanelSumsTests
{
    /// <summary>The vectors of this machine; plain C# runs everywhere.</summary>
    internal static IEnumerable<Lanes> Variants =>
        [Lanes.Plain, .. Avx2.IsSupported ? [Lanes.Avx2] : Array.Empty<Lanes>(), .. Avx512BW.IsSupported ? [Lanes.Avx512] : Array.Empty<Lanes>()];

    [Theory]
    [InlineData(1, 8, 0)]
    [InlineData(2, 24, 8)]
    [InlineData(3, 8, 16)]
    [InlineData(5, 16, 32)]
    [InlineData(8, 64, 8)]
    [InlineData(13, 192, 160)]
    [InlineData(16, 320, 160)]
    public void Every_variant_gives_the_sums_that_plain_arithmetic_gives(int rows, int firstCount, int secondCount)
    {
        var random = new Random(rows);
        var inputs = firstCount + secondCount;
        const int columns = 70;
        var dense = new sbyte[inputs, columns];
        var weights = new sbyte[IntegerMatrix.Size(inputs, columns)];
        for (var i = 0; i < inputs; i++)
            for (var c = 0; c < columns; c++) weights[IntegerMatrix.Place(inputs, i, c)] = dense[i, c] = Weight(random, i, c);
        var start = Enumerable.Range(0, columns).Select(_ => random.Next(-100000, 100000)).ToArray();
        var first = Inputs(random, rows * firstCount);
        var second = Inputs(random, rows * Math.Max(8, secondCount));
        foreach (var lanes in Variants)
        {
            var matrix = new IntegerMatrix(inputs, columns, weights, new float[columns], start, lanes);
            var sums = new int[rows * IntegerMatrix.Panel];
            for (var panel = 0; panel < matrix.Panels; panel++)
            {
                fixed (byte* a = first, b = second)
                fixed (int* to = sums)
                {
                    matrix.Sum(panel, rows, new(a, firstCount, firstCount), to);
                    matrix.Add(panel, firstCount, rows, new(b, secondCount, secondCount), to);
                }
                for (var r = 0; r < rows; r++)
                    for (var c = panel * IntegerMatrix.Panel; c < Math.Min(columns, (panel + 1) * IntegerMatrix.Panel); c++)
                    {
                        var expected = start[c];
                        for (var i = 0; i < inputs; i++) expected += dense[i, c] * (i < firstCount ? first[r * firstCount + i] : second[r * secondCount + i - firstCount]);
                        sums[r * IntegerMatrix.Panel + c % IntegerMatrix.Panel].ShouldBe(expected, $"{lanes}, row {r}, column {c}");
                    }
            }
        }
    }

    /// <summary>Any weight that the trainer writes: alike in sign and as large as they may be in the first column, where sums come closest to overflowing.</summary>
    private static sbyte Weight(Random random, int input, int column) =>
        column == 0 ? (sbyte)(input % 8 < 4 ? 127 : 2) : column == 1 ? (sbyte)(input % 8 < 4 ? -127 : -2) : (sbyte)random.Next(-64, 65);

    [Fact]
    public void Every_variant_gives_the_same_product_of_rows()
    {
        var random = new Random(5);
        var a = Enumerable.Range(0, 128).Select(_ => (short)random.Next(-32700, 32700)).ToArray();
        var b = Enumerable.Range(0, 128).Select(_ => (short)random.Next(-1024, 1025)).ToArray();
        var expected = Enumerable.Range(0, 128).Sum(i => a[i] * b[i]);
        fixed (short* x = a, y = b)
        {
            LanesPlain.Dot(x, y, 128).ShouldBe(expected);
            if (Avx2.IsSupported) Lanes256.Dot(x, y, 128).ShouldBe(expected);
            if (Avx512BW.IsSupported) Lanes512.Dot(x, y, 128).ShouldBe(expected);
        }
    }

    private static byte[] Inputs(Random random, int length) => [.. Enumerable.Range(0, length).Select(_ => (byte)random.Next(0, 128))];
}
