namespace Chancery.Attributing.Cues;

/// <summary>A fixed phrase that names on whose word a clause is told: 'according to', 'in the words of', 'to hear … tell it'.</summary>
internal sealed class CuePhrase
{
    private const string Slot = "…";

    /// <summary>Cuts a phrase of the table at the place of the source.</summary>
    internal CuePhrase(string phrase, bool isOwned, Cue cue)
    {
        string[] words = phrase.Split(' ');
        var slot = Array.IndexOf(words, Slot);
        (Words, Behind, IsOwned, Cue) = (slot < 0 ? words : words[..slot], slot < 0 ? [] : words[(slot + 1)..], isOwned, cue);
    }

    /// <summary>The words before the source.</summary>
    internal string[] Words { get; }

    /// <summary>The words behind the source; none where the phrase ends with it.</summary>
    internal string[] Behind { get; }

    /// <summary>True where the noun behind the words is what the source gives ('by the army's account'), and whose it is the source.</summary>
    internal bool IsOwned { get; }

    /// <summary>What the phrase does.</summary>
    internal Cue Cue { get; }
}
