using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Chancery.Web;

/// <summary>Logs as JSON lines on standard error; traces and metrics to the collector that OpenTelemetry's own variables name, and nowhere without them.</summary>
internal static class Telemetry
{
    internal static void Add(IHostApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(LogLevel.Information);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { Length: > 0 }) return;
        builder.Services.AddOpenTelemetry()
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddSource(Measures.Name))
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddMeter(Measures.Name).AddRuntimeMeters())
            .UseOtlpExporter();
    }

    /// <summary>Memory, collections and threads, as the runtime itself reports them.</summary>
    private static MeterProviderBuilder AddRuntimeMeters(this MeterProviderBuilder metrics) => metrics.AddMeter("System.Runtime");
}
