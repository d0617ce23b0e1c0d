namespace Chancery.Fusion;

/// <summary>Keeps what answers the questions that reports leave open: a report touches only those its claims may answer, and those it asks itself.</summary>
internal sealed class QuestionLedger(IFusionState state)
{
    /// <summary>Keys of what a report may answer: one set for all, since it grows to hundreds.</summary>
    private readonly HashSet<long> _keys = [];

    /// <summary>Takes in reports whose claims stand in their events: what they ask, and what they answer.</summary>
    internal void Enter(IReadOnlyCollection<FiledReading> readings)
    {
        // one that comes late may ask what others have told already
        Reopen(Ask(readings));
        foreach (var reading in readings) Tell(reading);
    }

    /// <summary>Makes known what reports ask, before anything that is told after them.</summary>
    private List<Question> Ask(IEnumerable<FiledReading> readings)
    {
        var questions = new List<Question>();
        foreach (var reading in readings)
        {
            for (var i = 0; i < reading.Unknowns.Length; i++)
            {
                if (AskedWords.Of(reading, reading.Unknowns[i]) is not { } asked) continue;
                questions.Add(new(new(reading.Report.Id, i), asked, null));
                state.Index(questions[^1]);
            }
        }
        return questions;
    }

    /// <summary>Lets the claims of a report answer what was asked before.</summary>
    private void Tell(FiledReading reading)
    {
        if (reading.Report.Published is not { } day) return;
        PossibleAnswer[] claims = [.. PossibleAnswer.In(reading).Where(c => state.EventOf(c.Claim.Id) is not null)];
        if (claims.Length == 0) return;
        _keys.Clear();
        foreach (var claim in claims) _keys.UnionWith(Question.KeysOf(claim));
        foreach (var question in state.Asked(_keys, day.DayNumber))
        {
            if (Array.Find(claims, question.Asked.IsAnswer) is not { } answering) continue;
            var answer = (day, new ClaimRef(reading.Report.Id, reading.Claims.IndexOf(answering.Claim)));
            if (question.Answer is not { } known || Question.IsBefore(answer, known)) state.Keep(question with { Answer = answer });
        }
    }

    /// <summary>Looks through the record for what answers questions: they are new, or what answered them counts no more.</summary>
    internal void Reopen(IEnumerable<Question> questions)
    {
        foreach (var question in questions)
        {
            var found = question.Asked.Answer(state.Telling(question.Asked), claim => state.EventOf(claim.Id) is not null);
            (DateOnly, ClaimRef)? answer = found is null ? null : (found.Reading.Report.Published!.Value, new(found.Reading.Report.Id, found.Reading.Claims.IndexOf(found.Claim)));
            if (answer != question.Answer) state.Keep(question with { Answer = answer });
        }
    }
}
