namespace Elites;

/// <summary>Whether a run goes on after its leader has left.</summary>
public enum AfterRemoval
{
    /// <summary>The run ends with the leader of the start.</summary>
    Stop,

    /// <summary>Successors follow until the horizon; the first exit still gives the outcome. A catastrophe ends the run all the same.</summary>
    Continue,
}

/// <summary>How far a run goes.</summary>
public sealed class RunParameters
{
    [Parameter("Whether the run ends as the leader of the start leaves, or goes on under successors; the outcome is of the first exit either way", Source = "switch", AtStartOnly = true)]
    public AfterRemoval AfterRemoval { get; set; }
}
