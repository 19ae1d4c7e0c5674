namespace Agents.Random;

/// <summary>
/// What a draw is for: the third counter word. Draws of different purposes never meet, so a new rule with a purpose
/// of its own shifts nobody else's draws. Numbers are appended, never renumbered.
/// </summary>
/// <param name="Number">0 to 999 belong to the framework; a model declares its own from 1000 on.</param>
public readonly record struct Purpose(uint Number)
{
    /// <summary>The order of a shuffled sweep. It is the framework's own: a model that shuffles takes a purpose of its own.</summary>
    public static readonly Purpose Shuffle = new(1);

    /// <summary>Whom a random-sequential regime activates next; the framework's own.</summary>
    public static readonly Purpose Activation = new(2);

    /// <summary>Ties between claims of equal priority.</summary>
    public static readonly Purpose Tie = new(3);

    // 4 is not used any more.

    /// <summary>Links of a generated network; a model with several networks gives each its own.</summary>
    public static readonly Purpose Link = new(5);

    /// <summary>The points of a study's design; keyed by replication 0, which no run has.</summary>
    public static readonly Purpose Design = new(6);

    /// <summary>The resamples of a bootstrap.</summary>
    public static readonly Purpose Resample = new(8);

    /// <summary>Where a calibration looks next: the parameters of a proposal.</summary>
    public static readonly Purpose Proposal = new(10);

    /// <summary>The seeds of the runs of a calibration's proposals.</summary>
    public static readonly Purpose ProposalRuns = new(11);

    /// <summary>The draws by which a calibration samples the posterior of its surrogate.</summary>
    public static readonly Purpose Posterior = new(12);
}
