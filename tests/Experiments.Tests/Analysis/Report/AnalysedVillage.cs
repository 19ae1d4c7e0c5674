using Experiments.Analysis.Report;
using Experiments.Config;
using Experiments.Tests.Models;
using Experiments.Tests.Runs;

namespace Experiments.Tests.Analysis.Report;

/// <summary>A stored village to analyse.</summary>
public abstract class AnalysedVillage : ResultFolder
{
    /// <summary>Runs the study that a config describes; its files are read back by name.</summary>
    protected void RunConfig(string config, Action<Experiments.Runs.Progress>? progress = null, CancellationToken cancel = default)
    {
        var path = Path.Combine(Folder, "village.yaml");
        File.WriteAllText(path, config);
        Run(StudyLoader.Load(path, [VillageModel.Definition], Overrides.None), progress: progress, cancel: cancel);
    }

    protected AnalysisResult Analyse(string[]? measures = null, string[]? outcomes = null, string[]? prim = null, int[]? until = null) => StudyAnalysis.Run(
        new AnalysisOptions { Directory = Target, Measures = measures ?? [], Outcomes = outcomes ?? [], Prim = prim ?? [], Until = until ?? [] }, [VillageModel.Definition]);

    protected List<Dictionary<string, string>> Table(string name) => Rows(name, Path.Combine(Target, "analysis"));

    protected SortedDictionary<string, string> Tables() => new(
        Directory.EnumerateFiles(Path.Combine(Target, "analysis")).ToDictionary(path => Path.GetFileName(path), File.ReadAllText), StringComparer.Ordinal);

    protected static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
