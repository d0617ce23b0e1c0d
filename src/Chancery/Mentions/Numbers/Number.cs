namespace Chancery.Mentions.Numbers;

/// <summary>What a number as written is.</summary>
internal enum NumberForm : byte
{
    /// <summary>'12', 'twelve', '3.5 million'.</summary>
    Cardinal,

    /// <summary>'12th', 'twelfth'.</summary>
    Ordinal,

    /// <summary>'two thirds', '1/2', 'half', 'one in three'.</summary>
    Fraction,

    /// <summary>'dozens', 'tens of thousands': the value is the least it can be.</summary>
    Vague,

    /// <summary>Digits that are no number English writes: '192.168.1.2', '3-4-5', one too large to keep.</summary>
    Broken,
}

/// <summary>A number read from a run of pieces.</summary>
/// <param name="First">First piece.</param>
/// <param name="End">First piece behind it.</param>
/// <param name="Value">Its value; for <see cref="NumberForm.Vague"/> the least.</param>
/// <param name="Form">What it is.</param>
/// <param name="Scale">The last scale word's factor ('million'), which a number before it may share; 1 where there is none.</param>
/// <param name="HasDigits">True where it is written with digits.</param>
internal readonly record struct Number(int First, int End, decimal Value, NumberForm Form, decimal Scale = 1, bool HasDigits = false)
{
    /// <summary>No number is kept that reaches this: products of two that are kept still fit a decimal.</summary>
    internal const decimal Largest = 1e24m;

    internal bool IsCardinal => Form == NumberForm.Cardinal;

    /// <summary>The number so many times over, in the scale of the factor; broken where it grows too large.</summary>
    internal Number Times(decimal factor)
    {
        if (Form == NumberForm.Broken) return this;
        var value = Product(Value, factor);
        return Math.Abs(value) < Largest ? this with { Value = value, Scale = factor } : this with { Value = 0, Form = NumberForm.Broken };
    }

    /// <summary>The product of two numbers; <see cref="Largest"/>, with its sign, where it would be larger.</summary>
    internal static decimal Product(decimal one, decimal other) =>
        other != 0 && Math.Abs(one) >= Largest / Math.Max(1, Math.Abs(other)) ? Math.Sign(one) * Math.Sign(other) * Largest : one * other;
}
