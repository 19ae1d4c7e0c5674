using System.CommandLine;
using Experiments.Config;

namespace Commands;

/// <summary>The option that says where the results of a study go.</summary>
/// <param name="description">What it is for.</param>
internal sealed class OutOption(string description = "The directory for the results; the default is results/NAME.")
{
    private readonly Option<string?> option = new("--out") { Description = description, HelpName = "DIR" };

    public void AddTo(Command command) => command.Add(option);

    /// <summary>The directory of a study.</summary>
    /// <exception cref="ConfigException">It has no name.</exception>
    public string Read(ParseResult result, Study study) => Read(result, study.Name);

    /// <summary>The directory; without the option, the folder of a name under results.</summary>
    /// <exception cref="ConfigException">It has no name.</exception>
    public string Read(ParseResult result, string name) => Typed(result) ?? Path.Combine("results", name);

    /// <summary>The directory that the option names; null without it.</summary>
    /// <exception cref="ConfigException">It has no name.</exception>
    public string? Typed(ParseResult result)
    {
        if (result.GetValue(option) is not { } typed)
            return null;
        return typed.Trim().Length > 0 && !typed.Contains('\0', StringComparison.Ordinal)
            ? typed
            : throw new ConfigException(new Problem("--out", 0, 0, "", $"{Problem.Quote(typed)} is not the name of a directory"));
    }
}
