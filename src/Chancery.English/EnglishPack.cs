using Chancery.Linguistics;

namespace Chancery.English;

/// <summary>English: models, lexicons, actors and gazetteer. Versions and licences stand in <c>languages/en/pack.json</c> and NOTICE.</summary>
public static class EnglishPack
{
    /// <summary>The pack; opening it costs nothing, its files are mapped when they are asked for.</summary>
    public static LanguagePack Instance { get; } = LanguagePack.FromAssembly(typeof(EnglishPack).Assembly);
}
