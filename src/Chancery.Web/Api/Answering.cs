using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Chancery.Records;
using Chancery.Web.Live;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Chancery.Web.Api;

/// <summary>How endpoints answer: from one state of the record, and not at all where whoever asks has that answer already.</summary>
internal static class Answering
{
    /// <summary>From the record.</summary>
    internal static Task<IResult> From(LiveRecord live, HttpContext context, Func<View, Task<IResult>> answer) => Kept(context, async () =>
    {
        using var view = await live.ViewAsync(CancellationToken.None);
        return Reply.IsKnown(context.Request, view.Tag) ? new Unchanged(view.Tag) : Whole(await answer(view));
    });

    /// <summary>From what is counted over the record.</summary>
    internal static Task<IResult> FromBook(LiveRecord live, HttpContext context, Func<RecordBook, IResult> answer) => Kept(context, async () =>
        await live.BookAsync(CancellationToken.None) is not { } book ? Counting(live)
        : Reply.IsKnown(context.Request, book.Tag) ? new Unchanged(book.Tag) : answer(book));

    /// <summary>From the record and what is counted over it, whichever is older.</summary>
    internal static Task<IResult> From(LiveRecord live, HttpContext context, Func<View, RecordBook, string, Task<IResult>> answer) => Kept(context, async () =>
    {
        if (await live.BookAsync(CancellationToken.None) is not { } book) return Counting(live);
        using var view = await live.ViewAsync(CancellationToken.None);
        var tag = $"{view.Tag}-{book.Head.Sequence}";
        return Reply.IsKnown(context.Request, tag) ? new Unchanged(tag) : Whole(await answer(view, book, tag));
    });

    /// <summary>What is said while the record is counted for the first time since the server started.</summary>
    private static IResult Counting(LiveRecord live) => Problems.Result(StatusCodes.Status503ServiceUnavailable, "counting", string.Create(
        CultureInfo.InvariantCulture, $"The events of the record are being counted, as once after every start: {live.Progress.Done:N0} of {live.Progress.All:N0} so far. Ask again in a moment."), retryAfter: 1);

    /// <summary>An answer that was made already, or is made now. Nobody's leaving stops it: others may wait for the same.</summary>
    private static Task<IResult> Kept(HttpContext context, Func<Task<IResult>> make)
    {
        var request = context.Request;
        return context.RequestServices.GetRequiredService<KeptAnswers>().Of($"{request.Path}{request.QueryString}", request.Headers.IfNoneMatch.Count > 0, make);
    }

    /// <summary>The answer with its body made while what it is made of is held.</summary>
    private static IResult Whole(IResult result)
    {
        (result as Reply)?.Render();
        return result;
    }

    /// <summary>A list of the store: a page of it, or all of it as lines.</summary>
    /// <param name="live">The record.</param>
    /// <param name="context">The request.</param>
    /// <param name="ask">Asks for a page.</param>
    /// <param name="count">Counts the list; null where that is not known.</param>
    /// <param name="write">Writes an item.</param>
    internal static async Task<IResult> List<T>(
        LiveRecord live, HttpContext context, Func<View, PageRequest, Task<Page<T>>> ask, Func<View, Task<int?>> count, Action<Utf8JsonWriter, T> write)
    {
        if (Lines<T>.Wanted(context.Request)) return new Lines<T>(Walk(live, ask, context.RequestAborted), write);
        return await From(live, context, async view =>
        {
            var paging = Paging.Of(context.Request, view.Head.Mark);
            var page = await Ask(paging, () => ask(view, paging.Request));
            var total = !paging.IsFirst ? null : page.Next is null ? page.Items.Length : await count(view);
            return paging.Reply(view.Tag, page, total, write);
        });
    }

    /// <summary>A list that is at hand whole, but not what is to be told of each item.</summary>
    internal static async Task<IResult> Told<TItem, TTold>(
        Paging paging, string tag, IReadOnlyList<TItem> items, Func<TItem, string> key, Func<TItem, Task<TTold?>> tell, Action<Utf8JsonWriter, TTold> write) where TTold : class
    {
        var part = paging.Part(items, key);
        var told = new List<TTold>(part.Items.Length);
        foreach (var item in part.Items)
            if (await tell(item) is { } some) told.Add(some);
        return paging.Reply(tag, new Page<TTold>([.. told], part.Next), items.Count, write);
    }

    private static async Task<Page<T>> Ask<T>(Paging paging, Func<Task<Page<T>>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception problem) when (paging.After is not null && problem is RecordException or OverflowException)
        {
            throw new BadRequest("bad-cursor", "The cursor is none of this list; ask for the first page again.");
        }
    }

    private static async IAsyncEnumerable<T> Walk<T>(LiveRecord live, Func<View, PageRequest, Task<Page<T>>> ask, [EnumeratorCancellation] CancellationToken cancel)
    {
        string? after = null;
        do
        {
            Page<T> page;
            using (var view = await live.ViewAsync(cancel)) page = await ask(view, new(Paging.Most, after));
            foreach (var item in page.Items) yield return item;
            after = page.Next;
        }
        while (after is not null);
    }
}
