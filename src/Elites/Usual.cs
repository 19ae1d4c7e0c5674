namespace Elites;

/// <summary>What one is used to: a moving average, which goes a share of the way to what is there now.</summary>
internal static class Usual
{
    /// <summary>The average after it has taken in what is there now.</summary>
    /// <param name="average">The average so far.</param>
    /// <param name="now">What is there now.</param>
    /// <param name="share">The share of the way, 0 to 1.</param>
    public static double Next(double average, double now, double share) => average + share * (now - average);

    /// <inheritdoc cref="Next(double, double, double)"/>
    public static float Next(float average, float now, float share) => average + share * (now - average);
}
