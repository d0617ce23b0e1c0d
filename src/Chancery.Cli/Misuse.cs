using System.CommandLine;
using System.CommandLine.Parsing;

namespace Chancery.Cli;

/// <summary>Says what is wrong with a command line, in a line each.</summary>
internal static class Misuse
{
    /// <summary>Takes these values only, and says so of another.</summary>
    internal static void OneOf(this Option<string> option, params string[] values)
    {
        option.CompletionSources.Add(values);
        option.Validators.Add(result => Check(result, option.Name, result.Tokens, values));
    }

    /// <summary>Takes these values only, and says so of another.</summary>
    internal static void OneOf(this Argument<string> argument, params string[] values)
    {
        argument.CompletionSources.Add(values);
        argument.Validators.Add(result => Check(result, argument.Name, result.Tokens, values));
    }

    /// <summary>The faults of a call. What belongs to nothing is told first and alone: what is missing is mostly what was misspelt.</summary>
    internal static IEnumerable<string> Of(ParseResult call)
    {
        var unknown = new List<string>();
        foreach (var token in call.UnmatchedTokens)
        {
            if (token.StartsWith('-')) unknown.Add($"no option is called '{token}'{Meant(token, Options(call.CommandResult).Select(o => o.Name))}");
            else if (unknown.Count > 0) continue; // the value of that option, or what was for that command
            else if (call.CommandResult.Command.Subcommands.Count > 0) unknown.Add($"no command is called '{token}'{Meant(token, call.CommandResult.Command.Subcommands.Select(c => c.Name))}");
            else unknown.Add($"'{token}' is one argument too many");
        }
        return unknown.Count > 0 ? unknown : call.Errors.Select(e => e.Message);
    }

    private static void Check(SymbolResult result, string name, IReadOnlyList<Token> tokens, string[] values)
    {
        foreach (var token in tokens)
            if (!values.Contains(token.Value, StringComparer.Ordinal)) result.AddError($"{name} '{token.Value}': expected one of {string.Join(", ", values)}{Meant(token.Value, values)}");
    }

    private static IEnumerable<Option> Options(CommandResult? call)
    {
        for (; call is not null; call = call.Parent as CommandResult)
            foreach (var option in call.Command.Options) yield return option;
    }

    private static string Meant(string word, IEnumerable<string> names) =>
        names.Select(n => (Name: n, Distance: Distance(word, n))).Where(n => n.Distance <= 2 && n.Distance < n.Name.Length / 2).OrderBy(n => n.Distance).FirstOrDefault().Name is { } nearest
            ? $"; did you mean '{nearest}'?"
            : "";

    /// <summary>Letters to put in, take out, change or exchange with their neighbor (optimal string alignment).</summary>
    private static int Distance(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= right.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var change = left[i - 1] == right[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }
        return rows[left.Length, right.Length];
    }
}
