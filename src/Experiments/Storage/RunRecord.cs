using Agents;

namespace Experiments.Storage;

/// <summary>What became of a run.</summary>
internal enum RunStatus
{
    /// <summary>It came to its end.</summary>
    Done,

    /// <summary>It threw.</summary>
    Failed,

    /// <summary>It took longer than a run may.</summary>
    TimedOut,
}

/// <summary>How one run went: its row of runs.csv and of timings.csv.</summary>
internal sealed record RunRecord
{
    public required int RunId { get; init; }

    public required int DesignId { get; init; }

    public required string Scenario { get; init; }

    public required int Replication { get; init; }

    public RunStatus Status { get; init; }

    /// <summary>What a run that is not done said; empty for one that is.</summary>
    public string Message { get; init; } = "";

    /// <summary>How it ended; means nothing for a run that is not done.</summary>
    public Outcome Outcome { get; init; }

    /// <summary>The last row of ticks; means nothing for a run that is not done.</summary>
    public int LastTick { get; init; }

    /// <summary>The row at which its outcome came, or its last: until then it was at risk of one.</summary>
    public int EndTick => Outcome.Censored ? LastTick : Math.Min(Outcome.Tick, LastTick);

    /// <summary>The model measures at its last row; none for a run that is not done.</summary>
    public IReadOnlyList<double> EndMeasures { get; init; } = [];

    public DateTime Started { get; init; }

    public TimeSpan Duration { get; init; }

    /// <summary>The thread that carried it out, from 1.</summary>
    public int Thread { get; init; }

    /// <summary>Threads that shared the blocks of its rules.</summary>
    public int BlockThreads { get; init; }

    /// <summary>SHA-256 of its row of runs.csv and of its rows in each table by run, one after another, in hexadecimal.</summary>
    public string Digest { get; init; } = "";

    /// <summary>SHA-256 of its row of runs.csv.</summary>
    public byte[] RowHash => Convert.FromHexString(Digest.AsSpan(0, 2 * LedgerSeal.Bytes));

    /// <summary>SHA-256 of its rows in a table.</summary>
    /// <param name="place">The table's place among <see cref="StudyTables.NamesOf"/>.</param>
    public byte[] TableHash(int place) => Convert.FromHexString(Digest.AsSpan(2 * LedgerSeal.Bytes * (1 + place), 2 * LedgerSeal.Bytes));

    public bool IsDone => Status == RunStatus.Done;

    /// <summary>The status as tables write it.</summary>
    public string StatusWord => Word(Status);

    /// <summary>A status as tables write it.</summary>
    public static string Word(RunStatus status) => status switch
    {
        RunStatus.Done => "done",
        RunStatus.Failed => "failed",
        _ => "timed_out",
    };
}
