namespace Elites;

/// <summary>A mechanism that can be switched off or made stronger and weaker.</summary>
public abstract class MechanismParameters
{
    /// <summary>The switch.</summary>
    [Parameter("Switch: false removes the mechanism", Source = "switch")]
    public bool Enabled { get; set; } = true;

    /// <summary>The intensity.</summary>
    [Parameter("Intensity: 1 is the mechanism as its source has it, 0 is none", Min = 0, Max = 10, Source = "switch")]
    public double Intensity { get; set; } = 1;

    /// <summary>The intensity, or 0 where the mechanism is off.</summary>
    internal double Strength => Enabled ? Intensity : 0;
}
