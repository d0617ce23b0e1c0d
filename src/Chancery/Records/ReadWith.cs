namespace Chancery.Records;

/// <summary>What a reading was read with; a reading of other versions may be brought up to date by reading its report again.</summary>
/// <param name="Reader">Version of the reader.</param>
/// <param name="Pack">Version of the language pack.</param>
public sealed record ReadWith(string Reader, string Pack);
