using Chancery.Mentions.Numbers;

namespace Chancery.Mentions.Quantities;

/// <summary>A number with its money sign or measure, as far as they stand close.</summary>
/// <param name="First">First piece, the sign included.</param>
/// <param name="End">First piece behind it.</param>
/// <param name="Number">The number.</param>
/// <param name="Unit">Money or measure as given out; null where neither stands.</param>
/// <param name="Currency">ISO 4217 for money.</param>
/// <param name="IsMoney">True for money, also of unknown code.</param>
internal readonly record struct Amount(int First, int End, Number Number, string? Unit = null, string? Currency = null, bool IsMoney = false);
