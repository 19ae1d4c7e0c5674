namespace Elites;

/// <summary>The leader: a population of one.</summary>
internal sealed class Leader : Population
{
    public Leader(Model model)
        : base(model, "leader", 1)
    {
        Loyalty = Private<float>();
        Grievance = Private<float>();
        Resolve = Private<float>();
        Weakness = Private<float>();
        PurgeFear = Private<float>();
    }

    /// <summary>The loyalty of the elite that he commands, weighted by force, 0 to 1.</summary>
    public Private<float> Loyalty { get; }

    /// <summary>The grievance of the population that he faces, weighted by persons, 0 to 1.</summary>
    public Private<float> Grievance { get; }

    /// <summary>Resolve that the security forces see in him, 0 to 1.</summary>
    public Private<float> Resolve { get; }

    /// <summary>Weakness that failed attempts have shown, in logits.</summary>
    public Private<float> Weakness { get; }

    /// <summary>Fear of purge among the elite after failed attempts, in logits.</summary>
    public Private<float> PurgeFear { get; }
}
