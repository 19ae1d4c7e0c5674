namespace Experiments.Cluster;

/// <summary>How many tasks a submission has.</summary>
internal static class TaskCount
{
    /// <summary>A task that does one run spends most of its time on starting.</summary>
    private const int RunsPerTask = 20;

    private const int MostUnlessAsked = 100;

    /// <summary>The number of tasks: none without work, and no more than the controller allows.</summary>
    /// <param name="asked">What was asked for, or null.</param>
    /// <param name="groups">Pieces of work that cannot be divided: runs, or runs that share a burn-in.</param>
    /// <param name="limit">Most tasks of an array.</param>
    public static int Of(int? asked, int groups, int limit)
    {
        var wanted = asked ?? Math.Min(MostUnlessAsked, (groups + RunsPerTask - 1) / RunsPerTask);
        return Math.Clamp(wanted, 1, Math.Min(groups, limit));
    }
}
