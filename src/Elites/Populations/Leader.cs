namespace Elites;

/// <summary>The leader: a population of one.</summary>
internal sealed class Leader : Population
{
    public Leader(Model model)
        : base(model, "leader", 1)
    {
        Loyalty = Private<double>();
        Grievance = Private<double>();
        Resolve = Private<double>();
        Weakness = Private<double>();
        PurgeFear = Private<double>();
    }

    /// <summary>The loyalty of the elite that he commands, weighted by force, 0 to 1.</summary>
    public Private<double> Loyalty { get; }

    /// <summary>The grievance of the population that he faces, weighted by persons, 0 to 1.</summary>
    public Private<double> Grievance { get; }

    /// <summary>Resolve that the security forces see in him, 0 to 1.</summary>
    public Private<double> Resolve { get; }

    /// <summary>Weakness that failed attempts have shown, in logits.</summary>
    public Private<double> Weakness { get; }

    /// <summary>Fear of purge among the elite after failed attempts, in logits.</summary>
    public Private<double> PurgeFear { get; }
}
