namespace Chancery.Linguistics.Naming;

/// <summary>What the lexicon knows of a word: kinds of names it occurs in, as bits.</summary>
[Flags]
internal enum NameClass : uint
{
    None = 0,
    GivenFemale = 1 << 0,
    GivenMale = 1 << 1,
    Surname = 1 << 2,
    Place = 1 << 3,
    Country = 1 << 4,
    Norp = 1 << 5,
    OrgName = 1 << 6,
    Title = 1 << 7,
    Role = 1 << 8,
    OrgHead = 1 << 9,
    OrgWord = 1 << 10,
    EventHead = 1 << 11,
    WorkHead = 1 << 12,
    PlaceHead = 1 << 13,
    Particle = 1 << 14,
    Speech = 1 << 15,
    Calendar = 1 << 16,

    /// <summary>Also seen in lower case in running text.</summary>
    Common = 1 << 17,
}
