using System.Collections.Concurrent;
using System.Diagnostics;
using Chancery.Web.Live;
using Microsoft.AspNetCore.Http;

namespace Chancery.Web.Api;

/// <summary>Answers as they were sent, kept until the record is found changed: what many ask for is made once.</summary>
/// <remarks>
/// Thread-safe. What another process files is noticed once a second, so an answer may be as much behind it; one that is long in the making may be behind by
/// <see cref="Rest"/> times as long, so that making it anew at every change does not take the processor from all others. What is changed here is seen at once.
/// </remarks>
internal sealed class KeptAnswers(LiveRecord live)
{
    /// <summary>All are let go of above so many bytes.</summary>
    private const long Most = 64 * 1024 * 1024;

    /// <summary>An answer is not made anew for so many times as long as it took to make.</summary>
    private const int Rest = 10;

    /// <summary>However long it took, it is made anew after this.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(15);

    private volatile Shelf _shelf = new(-1);

    /// <summary>An answer that was made already and still holds, or is made now; of many who ask for the same at once, one makes it.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="isConditional">Whoever asks may be told that nothing has changed, which is no answer for others.</param>
    /// <param name="make">Makes it.</param>
    internal async Task<IResult> Of(string question, bool isConditional, Func<Task<IResult>> make)
    {
        var (era, moment) = (live.Era, live.Moment);
        // where the file has gone, only asking it tells so
        if (!live.IsInPlace) return await make();
        var shelf = _shelf;
        if (shelf.Era != era || shelf.Bytes > Most) _shelf = shelf = new(era);
        var there = shelf.Answers.GetValueOrDefault(question);
        if (there is not null && !there.Holds(moment))
        {
            if (shelf.Answers.TryRemove(new(question, there))) Interlocked.Add(ref shelf.Bytes, -there.Bytes);
            there = null;
        }
        if (there is null && isConditional) return await make();
        there ??= shelf.Answers.GetOrAdd(question, _ => new(moment, answer => Made(shelf, question, answer, make)));
        return await there.Result.Value;
    }

    private static async Task<IResult> Made(Shelf shelf, string question, Answer answer, Func<Task<IResult>> make)
    {
        try
        {
            var start = Stopwatch.GetTimestamp();
            var result = await make();
            if (result is Reply reply)
            {
                var bytes = reply.Render().Length + question.Length;
                Interlocked.Add(ref shelf.Bytes, bytes);
                answer.Keep(bytes, Stopwatch.GetTimestamp() - start);
            }
            else shelf.Answers.TryRemove(new(question, answer));
            return result;
        }
        catch
        {
            shelf.Answers.TryRemove(new(question, answer));
            throw;
        }
    }

    /// <summary>One answer, made once, by the first who asks.</summary>
    private sealed class Answer
    {
        private readonly long _moment;
        private long _until = long.MaxValue;

        internal Answer(long moment, Func<Answer, Task<IResult>> make) => (_moment, Result) = (moment, new(() => make(this)));

        internal Lazy<Task<IResult>> Result { get; }

        internal long Bytes { get; private set; }

        /// <summary>True while nothing has changed, while it is still being made, and for a while after it was long in the making.</summary>
        internal bool Holds(long moment) => moment == _moment || Stopwatch.GetTimestamp() < Volatile.Read(ref _until);

        internal void Keep(long bytes, long took)
        {
            Bytes = bytes;
            Volatile.Write(ref _until, Stopwatch.GetTimestamp() + Math.Min(Rest * took, (long)(LongestRest.TotalSeconds * Stopwatch.Frequency)));
        }
    }

    private sealed class Shelf(long era)
    {
        internal long Bytes;

        internal long Era => era;

        internal ConcurrentDictionary<string, Answer> Answers { get; } = new(StringComparer.Ordinal);
    }
}
