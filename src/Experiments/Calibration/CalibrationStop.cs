namespace Experiments.Calibration;

/// <summary>Ends a calibration from within its search.</summary>
/// <param name="exitCode">As the command ends.</param>
/// <param name="message">For the person who asked.</param>
internal sealed class CalibrationStop(int exitCode, string message) : Exception(message)
{
    public int ExitCode => exitCode;

    /// <summary>True where somebody asked for the end.</summary>
    public bool IsInterruption { get; init; }
}
