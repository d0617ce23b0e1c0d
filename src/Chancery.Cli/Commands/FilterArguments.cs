using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Chancery.Linguistics;
using Chancery.Exports;
using Chancery.Ontologies;
using Chancery.Records;
using Chancery.Registry;
using Chancery.Watching;

namespace Chancery.Cli.Commands;

/// <summary>The filters of <c>list</c>, the same for everything that is listed.</summary>
internal sealed class FilterArguments
{
    private readonly Option<string> _actor = new("--actor") { Description = "Who did it: a name or part of one, or a country code.", HelpName = "NAME" };
    private readonly Option<string> _recipient = new("--recipient") { Description = "To whom: a name or part of one, or a country code.", HelpName = "NAME" };
    private readonly Option<string> _type = new("--type") { Description = "PLOVER type or mode, CAMEO code or its first digits, or a frame.", HelpName = "TYPE" };
    private readonly Option<DateOnly?> _since = Day("--since", "First day.");
    private readonly Option<DateOnly?> _until = Day("--until", "Last day.");
    private readonly Option<string> _status = new("--status") { Description = "Whether it is said to have happened." };
    private readonly Option<string> _source = new("--source") { Description = "On whose word: part of a source's or publisher's name.", HelpName = "NAME" };
    private readonly Option<string> _text = new("--text") { Description = "Words that all stand in the sentence.", HelpName = "WORDS" };
    private readonly Option<double> _confidence = Confidence();

    internal FilterArguments AddTo(Command command)
    {
        _status.OneOf([.. Enum.GetValues<ClaimStatus>().Select(s => s.Name())]);
        foreach (var option in (Option[])[_actor, _recipient, _type, _since, _until, _status, _source, _text, _confidence]) command.Add(option);
        return this;
    }

    /// <summary>A day option; other commands have one too.</summary>
    internal static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "YYYY-MM-DD",
        CustomParser = argument => ParseDay(argument, name),
    };

    /// <summary>The least confidence a claim must have; other commands have the option too.</summary>
    internal static Option<double> Confidence()
    {
        var option = new Option<double>("--min-confidence") { Description = "Least confidence, 0 to 1.", HelpName = "0.5" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || value is not (>= 0 and <= 1)))
                result.AddError($"--min-confidence '{text}': expected a number from 0 to 1");
        });
        return option;
    }

    internal ClaimQuery Of(ParseResult call, Lazy<ActorRegistry> registry, Codebook codes)
    {
        var question = new Question
        {
            Actor = call.GetValue(_actor),
            Recipient = call.GetValue(_recipient),
            Type = call.GetValue(_type),
            Since = call.GetValue(_since),
            Until = call.GetValue(_until),
            Status = call.GetValue(_status) is { } status ? Enum.GetValues<ClaimStatus>().Single(s => s.Name() == status) : null,
            Source = call.GetValue(_source),
            Text = call.GetValue(_text),
            MinConfidence = call.GetValue(_confidence),
        };
        try
        {
            return question.ToQuery(() => registry.Value, codes);
        }
        catch (FormatException problem)
        {
            throw new MisuseException($"--type {problem.Message}");
        }
    }

    internal static Lazy<ActorRegistry> Registry(LanguagePack pack) => new(() => new ActorRegistry(pack));

    private static DateOnly? ParseDay(ArgumentResult argument, string name)
    {
        var text = argument.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        argument.AddError($"{name} '{text}': expected a day such as 2025-03-21");
        return null;
    }
}
