using System.Globalization;

namespace Commands.Screen;

/// <summary>A length of time as people say it.</summary>
internal static class Duration
{
    /// <summary>An estimate as what it may be: two lengths where it may be off by more than a tenth.</summary>
    /// <param name="time">The estimate.</param>
    /// <param name="uncertainty">The share by which it may be off.</param>
    public static string About(TimeSpan time, double uncertainty)
    {
        var (least, most) = (Text(time / (1 + uncertainty)), Text(time * (1 + uncertainty)));
        return uncertainty > 0.1 && least != most ? $"{least} to {most}" : $"about {Text(time)}";
    }

    /// <summary>Such as <c>8 s</c>, <c>3 min 5 s</c> or <c>2 h 10 min</c>.</summary>
    public static string Text(TimeSpan time)
    {
        var seconds = Math.Ceiling(time.TotalSeconds);
        if (seconds < 60)
            return string.Create(CultureInfo.InvariantCulture, $"{seconds} s");
        if (seconds < 3600)
            return string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(seconds / 60)} min {seconds % 60} s");
        var minutes = Math.Ceiling(time.TotalMinutes);
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(minutes / 60)} h {minutes % 60} min");
    }
}
