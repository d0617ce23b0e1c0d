using System.Collections.Immutable;
using System.CommandLine;
using Chancery.Cli.Terminal;
using Chancery.Exports;
using Chancery.Records;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery decide</c>: what a person knows better than the reader, kept in the record beside what was read.</summary>
internal static class DecideCommand
{
    internal static Command Create()
    {
        var command = new ExampleCommand(
            "decide",
            "Keeps what you decide about claims and events: with who and when, through every rereading, until it is taken back.",
            "chancery decide join 3fa9c0d1 e77b2c10 --reason \"the same visit\"",
            "chancery decide correct 3fa9c0d1 status denied --by \"E. Analyst\"",
            "chancery list decisions");
        command.Add(Kind(DecisionKind.Accept, "These claims were read right.", "chancery decide accept 3fa9c0d1"));
        command.Add(Kind(DecisionKind.Reject, "These claims were read wrong: they stay in the record and count for nothing.", "chancery decide reject 3fa9c0d1 --reason \"a film is meant\""));
        command.Add(Kind(DecisionKind.Join, "These claims, or events with all their claims, tell of one happening.", "chancery decide join e77b2c10 e0c41d52"));
        command.Add(Split());
        command.Add(Correct());
        command.Add(Undo());
        return command;
    }

    private static ExampleCommand Kind(DecisionKind kind, string description, string example)
    {
        var ids = Ids();
        var command = new ExampleCommand(kind.Name(), description, example) { ids };
        var decider = new DeciderArguments().AddTo(command);
        command.SetAction((call, _) => decider.Keep(call, async claims => decider.By(call, kind) with { Claims = await claims.Of(call.GetValue(ids)!) }));
        return command;
    }

    private static ExampleCommand Split()
    {
        var ids = Ids();
        var from = new Option<string[]>("--from") { Description = "Claims or events they are split from; all they stand with unless told.", HelpName = "ID", AllowMultipleArgumentsPerToken = true };
        var command = new ExampleCommand("split", "These claims tell of another happening than those they stand with.", "chancery decide split 3fa9c0d1", "chancery decide split 3fa9c0d1 --from 9b1177aa") { ids, from };
        var decider = new DeciderArguments().AddTo(command);
        command.SetAction((call, _) => decider.Keep(call, async claims =>
        {
            var split = await claims.Of(call.GetValue(ids)!);
            var others = call.GetValue(from) is { Length: > 0 } named ? await claims.Of(named) : await claims.Beside(split);
            if (others.IsEmpty) throw new CommandException("these claims stand with no other: there is nothing to split them from");
            return decider.By(call, DecisionKind.Split) with { Claims = split, From = others };
        }));
        return command;
    }

    private static ExampleCommand Correct()
    {
        var id = new Argument<string>("ID") { Description = "Id of a claim, or how it begins." };
        var field = new Argument<string>("FIELD") { Description = "What was read wrong." };
        field.OneOf([.. Decisions.Fields]);
        var value = new Argument<string>("VALUE") { Description = "What it should have been: a status, a name such as Russia or Russia/RUS, a day." };
        var command = new ExampleCommand("correct", "One field of a claim is to be read otherwise.", "chancery decide correct 3fa9c0d1 status planned", "chancery decide correct 3fa9c0d1 actor \"South Korea/KOR\"") { id, field, value };
        var decider = new DeciderArguments().AddTo(command);
        command.SetAction((call, _) => decider.Keep(call, async claims =>
        {
            var claim = await claims.One(call.GetValue(id)!);
            var was = Decisions.Value(claim.Claim, call.GetValue(field)!);
            return decider.By(call, DecisionKind.Correct) with { Claims = [claim.Claim.Id], Field = call.GetValue(field), Value = call.GetValue(value), Was = was };
        }));
        return command;
    }

    private static ExampleCommand Undo()
    {
        var number = new Argument<long>("NUMBER") { Description = "Number of the decision, as 'list decisions' prints it." };
        var command = new ExampleCommand("undo", "Takes a decision back: it stays in the list and has no force.", "chancery decide undo 4") { number };
        var record = new RecordArgument().AddTo(command);
        command.SetAction(async (call, _) =>
        {
            using var interrupt = new Interrupt();
            RecordArgument.MustBeThere(record.Of(call));
            await using var store = RecordArgument.Open(record.Of(call));
            if (!await store.WithdrawAsync(call.GetValue(number), interrupt.Token)) return Errors.Fail($"'{record.Of(call)}' has no decision {call.GetValue(number)} in force");
            Console.Out.WriteLine($"decision {call.GetValue(number)} has no force any more");
            return ExitStatus.Done;
        });
        return command;
    }

    private static Argument<string[]> Ids() => new("ID") { Description = "Ids of claims, or how they begin; of an event for all its claims.", Arity = ArgumentArity.OneOrMore };
}

/// <summary>Who decides, why, and in which record.</summary>
internal sealed class DeciderArguments
{
    private readonly RecordArgument _record = new();
    private readonly Option<string> _by = new("--by") { Description = "Who decides.", DefaultValueFactory = _ => Environment.UserName, HelpName = "NAME" };
    private readonly Option<string> _reason = new("--reason") { Description = "Why.", DefaultValueFactory = _ => "", HelpName = "TEXT" };

    internal DeciderArguments AddTo(Command command)
    {
        _record.AddTo(command);
        command.Add(_by);
        command.Add(_reason);
        return this;
    }

    internal Decision By(ParseResult call, DecisionKind kind) => new() { Kind = kind, Claims = [], By = call.GetValue(_by)!, At = DateTimeOffset.UtcNow, Reason = call.GetValue(_reason)! };

    /// <summary>Keeps the decision and says where its claims stand now.</summary>
    internal async Task<int> Keep(ParseResult call, Func<ClaimFinder, Task<Decision>> decide)
    {
        using var interrupt = new Interrupt();
        var record = _record.Of(call);
        RecordArgument.MustBeThere(record);
        await using var store = RecordArgument.Open(record);
        var decision = await decide(new ClaimFinder(store, record, interrupt.Token));
        if (Decisions.Fault(decision) is { } fault)
        {
            Errors.Say(fault);
            return ExitStatus.Usage;
        }
        var kept = await store.DecideAsync(decision, interrupt.Token);
        Console.Out.WriteLine(TextTable.Clean($"decision {kept.Number}: {kept.Kind.Name()} {string.Join(", ", kept.Claims)}{(kept.Field is null ? "" : $", {kept.Field}: '{kept.Was}' → '{kept.Value}'")}"));
        var events = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var claim in kept.Claims.Concat(kept.From))
        {
            if (await store.EventAsync(claim, interrupt.Token) is { } item && events.Add(item.Id))
                Console.Out.WriteLine($"  event {item.Id}: {item.Claims.Length} claim{(item.Claims.Length == 1 ? "" : "s")}, {item.Standing.Name()}, {item.Status.Name()}");
        }
        if (events.Count == 0) Console.Out.WriteLine("  these claims stand in no event now");
        return ExitStatus.Done;
    }
}

/// <summary>Finds the claims that are meant by what a user types.</summary>
internal sealed class ClaimFinder(IRecordStore store, string record, CancellationToken cancel)
{
    /// <summary>One claim by its id or how it begins.</summary>
    internal async Task<FiledClaim> One(string id)
    {
        var found = (await store.ClaimsAsync(new() { Id = id }, new PageRequest(), cancel)).Items;
        return found.FirstOrDefault(c => c.Claim.Id == id) ?? found switch
        {
            [var only] => only,
            [] => throw new CommandException($"'{record}' has no claim whose id begins with '{id}'"),
            _ => throw new CommandException($"{found.Length} claims of '{record}' begin with '{id}': {string.Join(", ", found.Take(5).Select(c => c.Claim.Id))}{(found.Length > 5 ? ", …" : "")}"),
        };
    }

    /// <summary>Claims by their ids, or all claims of events by theirs.</summary>
    internal async Task<ImmutableArray<string>> Of(IEnumerable<string> ids)
    {
        var claims = new List<string>();
        foreach (var id in ids)
        {
            if (id.StartsWith('e') && (await store.EventsAsync(new() { Id = id }, new PageRequest(), cancel)).Items is { Length: > 0 } events)
                claims.AddRange((events.FirstOrDefault(e => e.Id == id) ?? (events.Length == 1 ? events[0] : throw new CommandException($"{events.Length} events of '{record}' begin with '{id}'"))).Claims.Select(c => c.Claim.Id));
            else claims.Add((await One(id)).Claim.Id);
        }
        return [.. claims.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The other claims of the events these stand in.</summary>
    internal async Task<ImmutableArray<string>> Beside(ImmutableArray<string> claims)
    {
        var beside = new List<string>();
        foreach (var claim in claims)
            if (await store.EventAsync(claim, cancel) is { } item) beside.AddRange(item.Claims.Select(c => c.Claim.Id));
        return [.. beside.Except(claims, StringComparer.Ordinal)];
    }
}
