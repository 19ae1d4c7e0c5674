using System.CommandLine;
using Agents;
using Experiments.Cluster;
using Experiments.Config;

namespace Commands;

/// <summary><c>abm run-chunk</c>: does one share of a study's runs.</summary>
internal static class RunChunkCommand
{
    private const string About = """
        Do one share of a study's runs into a shard of its own, for abm merge to put together.
        Any scheduler can start the shares, on machines that see one directory:
          abm submit study.yaml --on slurm --dry-run --out DIR      starts DIR and submits nothing
          seq 8 | parallel abm run-chunk DIR --chunk {}/8           GNU parallel
          shell: "abm run-chunk DIR --chunk {wildcards.k}/8"        a rule of Snakemake
          abm merge DIR                                             the tables, or what is missing
        The same command again does what an earlier attempt left undone. SIGTERM: runs that are over are stored, those
        that were begun are dropped, or go on from their last checkpoint (--checkpoint-every), in a new attempt too, and
        the exit code is 143; SIGUSR1 does the same and ends with 0.
        """;

    public static Command Make(IReadOnlyList<ModelDefinition> models, Terminal terminal)
    {
        var directory = new Argument<string>("directory") { Description = "The directory of a started study." };
        var chunk = new Option<string>("--chunk") { Description = "The share: every K-th run, from the k-th on.", HelpName = "k/K", Required = true };
        var shard = new Option<string?>("--shard")
        {
            Description = "The shard's name; the default is k-of-K. What follows a point at its end is the number of the attempt: a new attempt begins a new shard, and does not do what the others stored.",
            HelpName = "NAME",
        };
        var runs = new Option<string?>("--runs") { Description = "A file that lists the runs to share out, such as 1-500 612; the default is all runs.", HelpName = "FILE" };
        var threads = ExecutionOptions.MakeThreads();
        var timeLimit = ExecutionOptions.MakeTimeLimit();
        var checkpoints = ExecutionOptions.MakeCheckpoints();
        var retry = new Option<bool>("--retry-failed") { Description = "Do again what failed before the last merge." };
        var acceptBuild = ExecutionOptions.MakeAcceptBuild();
        var command = new Command("run-chunk", About);
        command.Add(directory);
        command.Add(chunk);
        command.Add(shard);
        command.Add(runs);
        command.Add(threads);
        command.Add(timeLimit);
        command.Add(checkpoints);
        command.Add(retry);
        command.Add(acceptBuild);
        command.SetAction(result => Run(models, terminal, new ChunkOptions
        {
            Directory = result.GetRequiredValue(directory),
            Chunk = ReadChunk(result.GetRequiredValue(chunk)),
            Shard = ReadShard(result.GetValue(shard)),
            RunsFile = result.GetValue(runs),
            Threads = ExecutionOptions.ThreadsOf(result.GetValue(threads)),
            RunTimeLimit = ExecutionOptions.TimeLimitOf(result.GetValue(timeLimit)),
            CheckpointEvery = ExecutionOptions.CheckpointEvery(result.GetValue(checkpoints)),
            RetryFailed = result.GetValue(retry),
            AcceptBuild = result.GetValue(acceptBuild),
            Note = terminal.Note,
        }));
        return command;
    }

    private static int Run(IReadOnlyList<ModelDefinition> models, Terminal terminal, ChunkOptions options)
    {
        using var interruption = new Interruption(heedsWarnings: true);
        var result = ChunkRunner.Run(models, options, interruption.Token);
        terminal.Error.WriteLine(result.Message);
        return result.ExitCode == ExitCode.Incomplete && interruption.ExitCode is { } code ? code : result.ExitCode;
    }

    private static Chunk ReadChunk(string typed) => Chunk.Parse(typed)
        ?? throw new ConfigException(new Problem("--chunk", 0, 0, "", $"{Problem.Quote(typed)} is no share: write k/K, such as 3/40"));

    private static string? ReadShard(string? typed) => typed is null || ChunkOptions.IsShardName(typed)
        ? typed
        : throw new ConfigException(new Problem("--shard", 0, 0, "", $"{Problem.Quote(typed)} is not the name of a shard: allowed are letters, digits, points, hyphens and underscores"));
}
