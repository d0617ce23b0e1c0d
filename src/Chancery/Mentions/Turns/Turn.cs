using System.Collections.Immutable;
using Chancery.Linguistics.Naming;

namespace Chancery.Mentions.Turns;

/// <summary>What somebody does in a turn.</summary>
internal enum TurnRole
{
    /// <summary>Speaks under a name: 'SECRETARY LEE: …'.</summary>
    Speaks,

    /// <summary>Asks: 'Q: …', 'Interviewer: …'.</summary>
    Asks,

    /// <summary>Answers the one who asks: 'A: …'.</summary>
    Answers,

    /// <summary>The label is nobody's: 'Photo: …', 'Update: …'.</summary>
    Nobody,
}

/// <summary>What one speaker says until the next does, in a transcript, an interview or a headline that opens with a speaker ('Kremlin: …').</summary>
/// <param name="First">First word of the label.</param>
/// <param name="LabelEnd">End of the label's words, the mark behind it left out.</param>
/// <param name="SaidFirst">First word of what is said.</param>
/// <param name="SaidEnd">End of what is said.</param>
/// <param name="Speaker">A word that names the speaker: in the label, or where the report names whom 'A' or 'LEE' stands for.</param>
/// <param name="Role">What the speaker does.</param>
internal sealed record Turn(int First, int LabelEnd, int SaidFirst, int SaidEnd, int Speaker, TurnRole Role)
{
    internal bool Says(int word) => SaidFirst <= word && word < SaidEnd;

    /// <summary>Names without the labels before them: in 'A. Iran has …' the name is 'Iran'.</summary>
    internal static IReadOnlyList<NameSpan> Apart(IReadOnlyList<NameSpan> names, ImmutableArray<Turn> turns)
    {
        if (turns.IsEmpty) return names;
        var apart = new List<NameSpan>(names.Count);
        var at = 0;
        foreach (var name in names)
        {
            while (at < turns.Length && turns[at].SaidFirst <= name.First) at++;
            var joined = at < turns.Length && turns[at].SaidFirst < name.End;
            apart.Add(joined ? name with { First = turns[at].SaidFirst } : name);
        }
        return apart;
    }
}
