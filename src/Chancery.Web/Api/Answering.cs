using System.Runtime.CompilerServices;
using System.Text.Json;
using Chancery.Records;
using Chancery.Web.Live;
using Microsoft.AspNetCore.Http;

namespace Chancery.Web.Api;

/// <summary>How endpoints answer: from one state of the record, and not at all where whoever asks has that answer already.</summary>
internal static class Answering
{
    /// <summary>From the record.</summary>
    internal static async Task<IResult> From(LiveRecord live, HttpContext context, Func<View, Task<IResult>> answer)
    {
        using var view = await live.ViewAsync(context.RequestAborted);
        return Reply.IsKnown(context.Request, view.Tag) ? Unchanged(view.Tag) : await answer(view);
    }

    /// <summary>From what is counted over the record.</summary>
    internal static async Task<IResult> FromBook(LiveRecord live, HttpContext context, Func<RecordBook, IResult> answer)
    {
        var book = await live.BookAsync(context.RequestAborted);
        return Reply.IsKnown(context.Request, book.Tag) ? Unchanged(book.Tag) : answer(book);
    }

    /// <summary>From the record and what is counted over it, whichever is older.</summary>
    internal static async Task<IResult> From(LiveRecord live, HttpContext context, Func<View, RecordBook, string, Task<IResult>> answer)
    {
        var book = await live.BookAsync(context.RequestAborted);
        using var view = await live.ViewAsync(context.RequestAborted);
        var tag = $"{view.Tag}-{book.Head.Sequence}";
        return Reply.IsKnown(context.Request, tag) ? Unchanged(tag) : await answer(view, book, tag);
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

    private static Reply Unchanged(string tag) => new Reply(tag, _ => { });

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
