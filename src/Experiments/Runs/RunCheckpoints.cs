using System.Globalization;
using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Runs;

/// <summary>The checkpoints of one execution: how often they are due, where they go, and what is to be told of them.</summary>
internal sealed class RunCheckpoints
{
    /// <summary>The share of the computing from which on it is told what checkpoints cost.</summary>
    private const double ToldShare = 0.03;

    private readonly Action<string>? note;
    private readonly Lock gate = new();
    private readonly List<string> dropped = [];
    private int wentOn;
    private TimeSpan worked;
    private TimeSpan spent;

    private RunCheckpoints(Study study, Ledger ledger, RunKeys keys, RunOptions options)
    {
        (Study, Ledger, Keys, Every, note) = (study, ledger, keys, options.CheckpointEvery, options.Note);
        Build = Storage.Build.Of(study);
    }

    /// <summary>The study.</summary>
    public Study Study { get; }

    /// <summary>Keeps them.</summary>
    public Ledger Ledger { get; }

    /// <summary>Tells whether one is of the run that it is taken for.</summary>
    public RunKeys Keys { get; }

    /// <summary>The code that makes and reads them.</summary>
    public string Build { get; }

    /// <summary>Time between two of a run; null where none are made, or none can be.</summary>
    public TimeSpan? Every { get; private set; }

    /// <summary>What became of them, a sentence each.</summary>
    public IEnumerable<string> Messages
    {
        get
        {
            lock (gate)
            {
                var messages = new List<string>(dropped);
                if (wentOn > 0)
                    messages.Insert(0, Text($"{wentOn} {(wentOn == 1 ? "run" : "runs")} went on from {(wentOn == 1 ? "its" : "their")} last checkpoint."));
                if (spent > ToldShare * worked)
                    messages.Add(Text($"Checkpoints took {100 * (spent / worked):0} % of the computing: more minutes between them take less."));
                return messages;
            }
        }
    }

    /// <summary>The checkpoints of an execution; null where there are none and none are asked for.</summary>
    public static RunCheckpoints? Of(Study study, Ledger ledger, RunKeys keys, RunOptions options) =>
        options.CheckpointEvery is null && !ledger.HasCheckpoints ? null : new RunCheckpoints(study, ledger, keys, options);

    /// <summary>Whether there is one of a run.</summary>
    public bool Has(int runId) => Ledger.HasCheckpoint(runId);

    /// <summary>Counts a run that goes on from its checkpoint.</summary>
    public void WentOn()
    {
        lock (gate)
            wentOn++;
    }

    /// <summary>Forgets one of no use, which is told.</summary>
    /// <param name="runId">The run, which begins again.</param>
    /// <param name="why">A verb and what follows.</param>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public void Drop(int runId, string why)
    {
        Ledger.Drop(runId);
        lock (gate)
            dropped.Add(Text($"Run {runId} began again: its checkpoint {why}."));
    }

    /// <summary>Makes no more, because the model cannot be kept.</summary>
    /// <param name="why">What it said.</param>
    public void GiveUp(Exception why)
    {
        lock (gate)
        {
            if (Every is not null)
                note?.Invoke($"the state of the model {Study.Model.Name} cannot be kept ({why.Message.TrimEnd('.')}): there are no checkpoints, and runs that are stopped begin again.");
            Every = null;
        }
    }

    /// <summary>Counts what a thread did.</summary>
    /// <param name="time">All its time.</param>
    /// <param name="checkpoints">What of it went into checkpoints.</param>
    public void Count(TimeSpan time, TimeSpan checkpoints)
    {
        lock (gate)
            (worked, spent) = (worked + time, spent + checkpoints);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
