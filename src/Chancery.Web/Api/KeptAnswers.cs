using System.Collections.Concurrent;
using Chancery.Web.Live;
using Microsoft.AspNetCore.Http;

namespace Chancery.Web.Api;

/// <summary>Answers as they were sent, kept until the record is found changed: what many ask for is made once.</summary>
/// <remarks>Thread-safe. What another process files is noticed once a second, so an answer may be as much behind it; what is changed here is seen at once.</remarks>
internal sealed class KeptAnswers(LiveRecord live)
{
    /// <summary>All are let go of above so many bytes.</summary>
    private const long Most = 64 * 1024 * 1024;

    private volatile Shelf _shelf = new(-1);

    /// <summary>An answer that was made at this moment, or is made now; of many who ask for the same at once, one makes it.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="isConditional">Whoever asks may be told that nothing has changed, which is no answer for others.</param>
    /// <param name="make">Makes it.</param>
    internal async Task<IResult> Of(string question, bool isConditional, Func<Task<IResult>> make)
    {
        var moment = live.Moment;
        // where the file has gone, only asking it tells so
        if (!live.IsInPlace) return await make();
        var shelf = _shelf;
        if (shelf.Moment != moment || shelf.Bytes > Most) _shelf = shelf = new(moment);
        if (isConditional) return shelf.Answers.TryGetValue(question, out var made) ? await made.Value : await make();
        var answer = shelf.Answers.GetOrAdd(question, _ => new(() => Made(shelf, question, make)));
        return await answer.Value;
    }

    private static async Task<IResult> Made(Shelf shelf, string question, Func<Task<IResult>> make)
    {
        try
        {
            var result = await make();
            if (result is Reply reply) Interlocked.Add(ref shelf.Bytes, reply.Render().Length + question.Length);
            else shelf.Answers.TryRemove(question, out _);
            return result;
        }
        catch
        {
            shelf.Answers.TryRemove(question, out _);
            throw;
        }
    }

    private sealed class Shelf(long moment)
    {
        internal long Bytes;

        internal long Moment => moment;

        internal ConcurrentDictionary<string, Lazy<Task<IResult>>> Answers { get; } = new(StringComparer.Ordinal);
    }
}
