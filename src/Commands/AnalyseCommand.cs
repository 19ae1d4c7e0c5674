using System.CommandLine;
using System.Globalization;
using Agents;
using Commands.Screen;
using Experiments.Analysis.Report;
using Experiments.Config;

namespace Commands;

/// <summary><c>abm analyse</c>: writes the tables of a stored result's analysis and prints them.</summary>
internal static class AnalyseCommand
{
    public static Command Make(IReadOnlyList<ModelDefinition> models, Terminal terminal)
    {
        var directory = new Argument<string>("directory") { Description = "The directory of a result." };
        var measures = Several("--measure", "NAME", "A measure to look at, such as end_unrest; without this option and the next, all of them.");
        var outcomes = Several("--outcome", "CODE", "An outcome to look at.");
        var responses = Several("--response", "NAME", "A response to look at, or one written out: 'dip: {lowest: loyalty_mean, from: 52, until: 104}'.");
        var rank = new Option<string?>("--rank") { Description = "The response in whose order to show the scenarios, by their difference from the baseline: a name, or one written out.", HelpName = "NAME" };
        var heat = new Option<string?>("--heat") { Description = "The two factors of a factorial whose map to show first, its rows and its columns; the default is the two that matter most.", HelpName = "FACTOR,FACTOR" };
        var until = Several("--until", "TICK", "A tick at which to print cumulative incidence; the default is the half and the whole horizon.");
        var prim = Several("--prim", "CONDITION", "Search the box of the design that holds the runs of interest: 'end_unrest>0.5', also with a response's name, or the name of an outcome or a share.");
        var command = new Command("analyse", "Analyse a stored result: means, quantiles, shares, paired differences, cumulative incidence, the effects of a factorial's levels, and the indices that other designs are for. Writes DIR/analysis.")
        {
            directory, responses, measures, outcomes, rank, heat, until, prim,
        };
        command.SetAction(result =>
        {
            var options = new AnalysisOptions
            {
                Directory = result.GetRequiredValue(directory),
                Measures = result.GetValue(measures) ?? [],
                Outcomes = result.GetValue(outcomes) ?? [],
                Responses = result.GetValue(responses) ?? [],
                Rank = result.GetValue(rank),
                Heat = result.GetValue(heat)?.Split(',', StringSplitOptions.TrimEntries) ?? [],
                Until = [.. (result.GetValue(until) ?? []).Select(Tick)],
                Prim = result.GetValue(prim) ?? [],
            };
            return Show(StudyAnalysis.Run(options, models), options.Measures.Count + options.Outcomes.Count + options.Responses.Count > 0, terminal);
        });
        return command;
    }

    private static int Show(AnalysisResult result, bool isAsked, Terminal terminal)
    {
        if (result.Report is { } report)
        {
            new AnalysisScreen(report, terminal, isAsked).Write();
            new FactorialScreen(report, terminal, isAsked).Write();
            new IndexScreen(report, terminal, isAsked).Write();
            terminal.Out.Flush();
        }
        if (result.Message.Length > 0)
            terminal.Error.WriteLine(result.Message);
        if (result.Folder is { } folder)
            terminal.Error.WriteLine($"Tables: {folder}");
        return result.ExitCode;
    }

    private static int Tick(string typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var tick)
        ? tick
        : throw new ConfigException(new Problem("--until", 0, 0, "", $"{Problem.Quote(typed)} is not a row of ticks: a whole number, 0 or more"));

    private static Option<string[]> Several(string name, string word, string description) => new(name)
    {
        Description = description + " Can be given several times.",
        HelpName = word,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
    };
}
