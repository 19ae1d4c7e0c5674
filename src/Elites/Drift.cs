namespace Elites;

/// <summary>A first-order autoregressive process around 0 with a standard deviation and a half-life in weeks.</summary>
internal readonly struct Drift(double deviation, double halfLife, Clock clock)
{
    private readonly double left = clock.Left(halfLife);
    private readonly double fresh = deviation * Math.Sqrt(1 - Clock.LeftAfter(2 * clock.Weeks, halfLife));

    /// <summary>The shock a tick later.</summary>
    public double Next(double shock, double normal) => left * shock + fresh * normal;
}
