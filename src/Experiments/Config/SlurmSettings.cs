namespace Experiments.Config;

/// <summary>
/// How a study asks Slurm for its share of a cluster: the <c>slurm:</c> section of a config. It belongs to an execution,
/// not to the study: it is in no resolved config, and no result depends on it.
/// </summary>
public sealed record SlurmSettings
{
    /// <summary>Nothing said: sbatch's and the cluster's own defaults.</summary>
    public static SlurmSettings None { get; } = new();

    /// <summary>Tasks of the array, 1 or more; null where the config leaves it to the number of runs.</summary>
    public int? Tasks { get; init; }

    /// <summary>Options of sbatch, in the order of the job script.</summary>
    public IReadOnlyList<SlurmOption> Options { get; init; } = [];

    /// <summary>Lines that a job runs before the first run: modules are loaded, then what <c>setup</c> says.</summary>
    public IReadOnlyList<string> Setup { get; init; } = [];

    /// <summary>
    /// Options of sbatch that no one may set, because the array, its shards and the merge after it rest on them, each
    /// with the reason.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Reserved { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["array"] = "the array follows from the number of tasks: use --tasks or slurm.tasks",
        ["dependency"] = "the merge waits for the array, and nothing else may change that",
        ["parsable"] = "the numbers of the jobs are read from sbatch's answer already",
        ["test-only"] = "use --dry-run to see what would be submitted",
        ["wait"] = "squeue tells when the jobs are over",
        ["wrap"] = "the job script is written by abm; lines of your own stand under slurm.setup",
    };
}

/// <summary>One long option of sbatch.</summary>
/// <param name="Name">Its name without hyphens, such as <c>qos</c>.</param>
/// <param name="Value">Its value on one line, or null for an option that takes none.</param>
public sealed record SlurmOption(string Name, string? Value);
