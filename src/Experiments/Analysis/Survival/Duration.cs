namespace Experiments.Analysis.Survival;

/// <summary>How long a run lasted, and what ended it.</summary>
/// <param name="Time">When it ended or was last seen, 0 or more.</param>
/// <param name="Cause">What ended it, from 0; <see cref="Censored"/> where nothing had ended it by then.</param>
public readonly record struct Duration(double Time, int Cause)
{
    /// <summary>The cause of a run that nothing ended.</summary>
    public const int Censored = -1;
}
