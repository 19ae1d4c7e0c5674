using Experiments.Config;

namespace Experiments.Runs;

/// <summary>Carries out a study: all its runs, its tables and its summary.</summary>
public static class StudyRunner
{
    /// <summary>Runs a study, or reads its summary where the directory holds it already.</summary>
    /// <param name="study">What to run.</param>
    /// <param name="options">Where and how.</param>
    /// <param name="cancel">Stops it soon; what was over by then is kept and marked as partial.</param>
    /// <returns>What became of it. Failing runs, unusable directories and full disks are told here, not thrown.</returns>
    public static StudyResult Run(Study study, RunOptions options, CancellationToken cancel) => throw new NotSupportedException();
}
