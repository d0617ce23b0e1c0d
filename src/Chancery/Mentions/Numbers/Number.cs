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
    internal bool IsCardinal => Form == NumberForm.Cardinal;
}
