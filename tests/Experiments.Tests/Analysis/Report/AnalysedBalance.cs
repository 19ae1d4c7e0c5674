using Experiments.Analysis.Report;
using Experiments.Config;
using Experiments.Tests.Models;
using Experiments.Tests.Runs;

namespace Experiments.Tests.Analysis.Report;

/// <summary>A stored study of the balance, analysed.</summary>
public abstract class AnalysedBalance : ResultFolder
{
    protected AnalysisReport Analyse(string config, params string[] prim)
    {
        Run(Load(config));
        return Again(prim);
    }

    protected Study Load(string config)
    {
        var path = Path.Combine(Folder, "balance.yaml");
        File.WriteAllText(path, "model: balance\nseed: 3\n" + config);
        return StudyLoader.Load(path, [BalanceModel.Definition], Overrides.None);
    }

    /// <summary>The analysis of what is stored.</summary>
    protected AnalysisReport Again(params string[] prim) =>
        StudyAnalysis.Run(new AnalysisOptions { Directory = Target, Prim = prim }, [BalanceModel.Definition]).Report!;

    protected AnalysisReport Ranked(string rank) =>
        StudyAnalysis.Run(new AnalysisOptions { Directory = Target, Rank = rank }, [BalanceModel.Definition]).Report!;

    protected List<Dictionary<string, string>> Table(string name) => Rows(name, Path.Combine(Target, "analysis"));
}
