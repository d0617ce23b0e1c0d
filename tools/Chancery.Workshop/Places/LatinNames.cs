namespace Chancery.Workshop.Places;

/// <summary>Which of GeoNames' alternate names an English text may use.</summary>
internal static class LatinNames
{
    /// <summary>True for a capitalized name of four letters or more in Latin script, no code and no transcription syllable by syllable.</summary>
    internal static bool IsUsable(string name)
    {
        if (name.Length < 4 || !char.IsUpper(name[0])) return false;
        var lower = false;
        foreach (var c in name)
        {
            if (c > '\u024F' && c is not ('’' or '‘' or 'ʻ' or 'ʼ')) return false;
            if (char.IsDigit(c) || c is '(' or '/' or '"') return false;
            lower |= char.IsLower(c);
        }
        return lower;
    }
}
